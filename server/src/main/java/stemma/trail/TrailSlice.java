package stemma.trail;

import java.util.List;
import java.util.Optional;

/**
 * A page of the trail in the order asked for: its lines, how many entries were read for it, and the
 * seq after which the next page goes on; none where the trail ends. A page may have fewer lines
 * than asked for though it goes on, because so many entries and no more are read at once.
 */
public record TrailSlice(List<TrailLine> lines, long read, Optional<Long> next) {
    public TrailSlice {
        lines = List.copyOf(lines);
    }
}
