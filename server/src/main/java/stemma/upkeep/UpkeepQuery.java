package stemma.upkeep;

import stemma.catalog.ResourceKind;
import stemma.identifiers.SiteCode;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which resources are asked for: of the sites that may be seen, in which order. */
public record UpkeepQuery(
        Optional<ResourceKind> kind,
        Optional<Due> due,
        String words,
        Sort sort,
        Optional<List<SiteCode>> seen) {
    public UpkeepQuery {
        words = words.strip();
    }

    /** Rolls are used up in days; unless asked for, only those stand here that are kept up. */
    boolean asksFor(ResourceKind of) {
        return kind.isPresent() || !words.isEmpty() || of != ResourceKind.ROLL;
    }

    /** By what the list is sorted. */
    public enum Sort {
        DUE,
        CODE,
        KIND;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Returns all that is overdue, of the sites that may be seen. */
    public static UpkeepQuery overdue(Optional<List<SiteCode>> seen) {
        return new UpkeepQuery(Optional.empty(), Optional.of(Due.OVERDUE), "", Sort.DUE, seen);
    }

    /** Returns everything, of the sites that may be seen. */
    public static UpkeepQuery all(Optional<List<SiteCode>> seen) {
        return new UpkeepQuery(Optional.empty(), Optional.empty(), "", Sort.DUE, seen);
    }
}
