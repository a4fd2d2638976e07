package stemma.shipping.web;

import org.jspecify.annotations.Nullable;

import stemma.shell.Address;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.shipping.ShippingQuery;

import java.util.Arrays;
import java.util.Locale;

/** What an address asks of the work list. */
public record ShippingAsked(
        @Nullable String text,
        @Nullable String show,
        @Nullable String sort,
        @Nullable Integer from) {

    ShippingQuery query() {
        return new ShippingQuery(
                text == null ? "" : text.strip(),
                choice(show, ShippingQuery.Show.values(), ShippingQuery.OPEN.show(), "show"),
                choice(sort, ShippingQuery.Sort.values(), ShippingQuery.OPEN.sort(), "sort"),
                from == null ? 0 : Math.max(0, from),
                ShippingQuery.OPEN.limit());
    }

    private static <E extends Enum<E>> E choice(
            @Nullable String asked, E[] words, E usual, String name) {
        if (asked == null || asked.isBlank()) return usual;
        for (E word : words) if (word.name().equalsIgnoreCase(asked.strip())) return word;
        throw new Refused(Problem.of(
                        "choice_unknown",
                        422,
                        "\"" + asked + "\" is no " + name + " that orders can be asked for.")
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

    /** Returns the address of such a list, from a row on. */
    public static String address(
            String path, String text, ShippingQuery.Show show, ShippingQuery.Sort sort, int from) {
        String address = path + "?show=" + show.word() + "&sort=" + sort.word();
        if (!text.isEmpty()) address += "&text=" + Address.encoded(text);
        return from > 0 ? address + "&from=" + from : address;
    }
}
