package stemma.warehouse.web;

import org.jspecify.annotations.Nullable;

import stemma.shell.Address;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.warehouse.StockQuery;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;

/** A query for stock as an address writes it. */
public record StockAsked(
        @Nullable String by,
        @Nullable String state,
        @Nullable String item,
        @Nullable String lot,
        @Nullable String place,
        @Nullable String container,
        @Nullable String sort,
        @Nullable Integer from,
        @Nullable Integer limit) {
    private static final int MOST = 1_000;

    /** Returns what is asked; refuses what cannot be read. */
    public StockQuery query() {
        int rows = limit == null ? StockQuery.ALL.limit() : limit;
        if (rows < 1 || rows > MOST) {
            throw new Refused(Problem.of("page_invalid", 422, "A page has 1 to 1,000 rows.")
                    .notRecording("")
                    .with("limit", Integer.toString(rows)));
        }
        return new StockQuery(
                one("by", by, StockQuery.By.values(), StockQuery.By.LOT),
                one("state", state, StockQuery.State.values(), StockQuery.State.ANY),
                shown(item),
                shown(lot),
                shown(place),
                shown(container),
                one("sort", sort, StockQuery.Sort.values(), StockQuery.Sort.EXPIRY),
                from == null ? 0 : Math.max(0, from),
                rows);
    }

    private static <E extends Enum<E>> E one(
            String name, @Nullable String asked, E[] words, E usual) {
        if (shown(asked).isEmpty()) return usual;
        for (E word : words) if (word.name().equalsIgnoreCase(shown(asked))) return word;
        Function<E, String> lower = word -> word.name().toLowerCase(Locale.ROOT);
        throw new Refused(Problem.of(
                        "choice_unknown",
                        422,
                        "\"" + asked + "\" is no " + name + " that stock can be asked for.")
                .notRecording("")
                .advising("Write one of: "
                        + String.join(", ", Arrays.stream(words).map(lower).toList()) + ".")
                .with("element", name));
    }

    private static String shown(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /** Returns the address of the same stock, from a row on. */
    public static String address(String path, StockQuery query, int from) {
        StringBuilder address = new StringBuilder(path)
                .append("?by=")
                .append(query.by().word())
                .append("&state=")
                .append(query.state().word())
                .append("&sort=")
                .append(query.sort().word());
        part(address, "item", query.item());
        part(address, "lot", query.lot());
        part(address, "place", query.place());
        part(address, "container", query.container());
        if (from > 0) address.append("&from=").append(from);
        return address.toString();
    }

    private static void part(StringBuilder address, String name, String value) {
        if (!value.isEmpty())
            address.append("&").append(name).append("=").append(Address.encoded(value));
    }
}
