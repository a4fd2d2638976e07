package stemma.nonconformance;

import java.time.YearMonth;
import java.util.List;

/**
 * How many cases were opened and closed in each of the last months, how old the open ones are, and
 * of which items and causes there are most.
 */
public record CaseFigures(
        List<Month> months, List<Count> ages, List<Count> items, List<Count> causes) {
    public CaseFigures {
        months = List.copyOf(months);
        ages = List.copyOf(ages);
        items = List.copyOf(items);
        causes = List.copyOf(causes);
    }

    /** How many were opened and closed in a month. */
    public record Month(YearMonth month, int opened, int closed) {}

    /** How many there are of something. */
    public record Count(String what, int cases) {}
}
