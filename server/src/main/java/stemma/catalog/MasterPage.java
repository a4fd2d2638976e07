package stemma.catalog;

import java.util.List;

/** One page of the masters asked for, and how many there are on all pages together. */
public record MasterPage<M extends Master>(List<Revised<M>> rows, long total) {
    public MasterPage {
        rows = List.copyOf(rows);
    }
}
