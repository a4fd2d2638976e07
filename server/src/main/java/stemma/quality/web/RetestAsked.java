package stemma.quality.web;

import org.jspecify.annotations.Nullable;

import stemma.quality.RetestQuery;
import stemma.shell.Problem;
import stemma.shell.Refused;

/** Which lots to be tested again are asked for, as it stands in an address. */
public record RetestAsked(
        @Nullable Integer days,
        @Nullable String item,
        @Nullable String lot,
        @Nullable String place,
        @Nullable String sort,
        @Nullable Integer from,
        @Nullable Integer limit) {
    private static final int MOST = 1_000;

    /** Returns what is asked; refuses what cannot be read. */
    RetestQuery query() {
        int rows = limit == null ? RetestQuery.PAGE : limit;
        if (rows < 1 || rows > MOST)
            throw new Refused(Problem.of("page_invalid", 422, "A page has 1 to 1,000 rows.")
                    .notRecording("")
                    .with("limit", Integer.toString(rows)));
        return new RetestQuery(
                days == null ? RetestQuery.USUAL_DAYS : Math.clamp(days, 0, RetestQuery.MOST_DAYS),
                BlockedAsked.shown(item),
                BlockedAsked.shown(lot),
                BlockedAsked.shown(place),
                BlockedAsked.one("sort", sort, RetestQuery.Sort.values()),
                from == null ? 0 : Math.max(0, from),
                rows);
    }

    /** Returns the address of the same lots, from a row on. */
    public static String address(String path, RetestQuery query, int from) {
        StringBuilder address = new StringBuilder(path)
                .append("?days=")
                .append(query.days())
                .append("&sort=")
                .append(query.sort().word());
        BlockedAsked.part(address, "item", query.item());
        BlockedAsked.part(address, "lot", query.lot());
        BlockedAsked.part(address, "place", query.place());
        if (from > 0) address.append("&from=").append(from);
        return address.toString();
    }
}
