package stemma.quality;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ItemCode;
import stemma.identifiers.Portion;
import stemma.identifiers.SiteCode;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which inspections are wanted: how they stand (any where that is empty), of an item, opened by
 * what, due when, of any of these lots, at any of these sites (all where that is empty); sorted,
 * {@code limit} rows from {@code offset} on.
 */
public record InspectionQuery(
        Optional<Inspection.State> state,
        @Nullable ItemCode item,
        Optional<Occasion> occasion,
        Due due,
        Optional<List<Portion>> lots,
        Optional<Set<SiteCode>> sites,
        Sort sort,
        int offset,
        int limit) {
    public static final int PAGE = 50;

    /** When those are due that are wanted; only what is open is due. */
    public enum Due {
        ANY("at any time"),
        OVERDUE("overdue"),
        SOON("within a day");

        private final String words;

        Due(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** In which order: the next due, the longest open, the last opened, or by item. */
    public enum Sort {
        DUE("next due"),
        OLDEST("longest open"),
        NEWEST("last opened"),
        ITEM("item");

        private final String words;

        Sort(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Returns the first rows of all that stand so at all sites, in the order of their opening. */
    public static InspectionQuery standing(Inspection.State state, int offset, int limit) {
        Sort sort = state == Inspection.State.OPEN ? Sort.OLDEST : Sort.NEWEST;
        return new InspectionQuery(
                Optional.of(state),
                null,
                Optional.empty(),
                Due.ANY,
                Optional.empty(),
                Optional.empty(),
                sort,
                offset,
                limit);
    }

    /** Returns the same query for all rows, as a file has them. */
    public InspectionQuery whole() {
        return new InspectionQuery(
                state, item, occasion, due, lots, sites, sort, 0, Integer.MAX_VALUE);
    }
}
