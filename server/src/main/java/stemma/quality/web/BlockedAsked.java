package stemma.quality.web;

import org.jspecify.annotations.Nullable;

import stemma.quality.BlockedQuery;
import stemma.shell.Address;
import stemma.shell.Problem;
import stemma.shell.Refused;

import java.util.Arrays;
import java.util.Locale;

/** Which blocked stock is asked for, as it stands in an address; what is not said is usual. */
public record BlockedAsked(
        @Nullable String standing,
        @Nullable String item,
        @Nullable String lot,
        @Nullable String place,
        @Nullable String supplier,
        @Nullable Integer days,
        @Nullable String sort,
        @Nullable Integer from,
        @Nullable Integer limit) {
    private static final int MOST = 1_000;

    /** Returns what is asked; refuses what cannot be read. */
    BlockedQuery query() {
        int rows = limit == null ? BlockedQuery.PAGE : limit;
        if (rows < 1 || rows > MOST)
            throw new Refused(Problem.of("page_invalid", 422, "A page has 1 to 1,000 rows.")
                    .notRecording("")
                    .with("limit", Integer.toString(rows)));
        return new BlockedQuery(
                one("standing", standing, BlockedQuery.Standing.values()),
                shown(item),
                shown(lot),
                shown(place),
                shown(supplier),
                days == null ? 0 : Math.max(0, days),
                one("sort", sort, BlockedQuery.Sort.values()),
                from == null ? 0 : Math.max(0, from),
                rows);
    }

    /** The first of the words is the usual one. */
    static <E extends Enum<E>> E one(String name, @Nullable String asked, E[] words) {
        String said = shown(asked);
        if (said.isEmpty()) return words[0];
        for (E word : words) if (word.name().equalsIgnoreCase(said)) return word;
        throw new Refused(Problem.of(
                        "choice_unknown", 422, "\"" + said + "\" is no " + name + " here.")
                .notRecording("")
                .advising("Write one of: "
                        + String.join(
                                ", ",
                                Arrays.stream(words)
                                        .map(word -> word.name().toLowerCase(Locale.ROOT))
                                        .toList())
                        + ".")
                .with("element", name));
    }

    static String shown(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /** Returns the address of the same stock, from a row on. */
    public static String address(String path, BlockedQuery query, int from) {
        StringBuilder address = new StringBuilder(path)
                .append("?standing=")
                .append(query.standing().word())
                .append("&sort=")
                .append(query.sort().word());
        part(address, "item", query.item());
        part(address, "lot", query.lot());
        part(address, "place", query.place());
        part(address, "supplier", query.supplier());
        if (query.days() > 0) address.append("&days=").append(query.days());
        if (from > 0) address.append("&from=").append(from);
        return address.toString();
    }

    static void part(StringBuilder address, String name, String value) {
        if (!value.isEmpty())
            address.append("&").append(name).append("=").append(Address.encoded(value));
    }
}
