package stemma.receiving;

import java.util.List;

/** A page of the work list: its lines, how many there are of each sort, how many match. */
public record DuePage(
        DueQuery query, List<DueLine> rows, int total, long late, long today, long blocked) {
    public DuePage {
        rows = List.copyOf(rows);
    }
}
