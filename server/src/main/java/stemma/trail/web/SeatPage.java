package stemma.trail.web;

import stemma.catalog.Item;
import stemma.identifiers.SiteCode;
import stemma.journal.SealedSize;
import stemma.shell.SiteTime;
import stemma.trail.Visit;

import java.util.List;
import java.util.stream.Collectors;

/** The limits of a seat, and the items that it holds. */
public record SeatPage(Visit visit, List<Item> items, SealedSize sealed) {
    public SeatPage {
        items = List.copyOf(items);
    }

    /** Returns the sites as words. */
    public String sites() {
        return SeatPage.sites(visit);
    }

    static String sites(Visit visit) {
        return visit.sites()
                .map(those -> those.stream()
                        .map(SiteCode::code)
                        .sorted()
                        .collect(Collectors.joining(", ")))
                .orElse("every site");
    }

    /** Returns the first and the last day as words. */
    public String days(SiteTime time) {
        return SeatPage.days(visit, time);
    }

    static String days(Visit visit, SiteTime time) {
        return time.day(visit.seat().since()) + " to "
                + time.day(visit.seat().until().minusMillis(1));
    }
}
