package stemma.trail;

import java.util.List;
import java.util.Optional;

/** A page of the lines of a seat, and after which seq the next goes on. */
public record SeatSlice(List<SeatLine> lines, Optional<Long> next) {
    public SeatSlice {
        lines = List.copyOf(lines);
    }
}
