package stemma.inquiry;

import stemma.identifiers.Portion;
import stemma.lots.Lot;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a question is about: a lot number with its whole family, one sublot, or one unit.
 * {@code query} names it in an address, such as {@code lot=C-7741&item=carrot}. Where roots of any
 * kind were asked, {@code named} says what each of them meant.
 */
public record Subject(
        String title, String query, List<Lot> lots, List<Portion> roots, List<NamedRoot> named) {
    public Subject {
        named = List.copyOf(named);
        lots = List.copyOf(lots);
        roots = List.copyOf(roots);
    }

    /** Asks about these lots themselves. */
    public Subject(String title, String query, List<Lot> lots, List<Portion> roots) {
        this(title, query, lots, roots, List.of());
    }

    /** Returns the same question about some of its lots only, and their roots. */
    public Subject of(List<Lot> some) {
        List<Portion> their = roots.stream()
                .filter(root -> some.stream().anyMatch(lot -> lot.span().overlaps(root)))
                .toList();
        return new Subject(title, query, some, their, named);
    }

    /** Returns what the query consists of, by name, as a form sends it. */
    public Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String part : query.split("&")) {
            int at = part.indexOf('=');
            if (at > 0)
                fields.put(
                        part.substring(0, at),
                        URLDecoder.decode(part.substring(at + 1), StandardCharsets.UTF_8));
        }
        return fields;
    }

    /**
     * Returns how a lot is told from its family: {@code C-7741 / 2} where several were asked about.
     */
    public String label(Lot lot) {
        int place = lots.indexOf(lot);
        String number = lot.number().text();
        return lots.size() < 2 || place < 0 ? number : number + " / " + (place + 1);
    }

    /**
     * Returns the number of the lot of a root, and how many units of it where not all are meant.
     */
    public String number(Portion root) {
        for (Lot lot : lots) {
            if (!lot.span().overlaps(root)) continue;
            String number = lot.number().text();
            return lot.isSerial() && !lot.span().equals(root)
                    ? number + " (" + root.count() + (root.count() == 1 ? " unit)" : " units)")
                    : number;
        }
        return root.toString();
    }

    /** Returns the address of the card on which the subject is described. */
    public String card() {
        Lot first = lots.getFirst();
        boolean family = roots.size() == lots.size() && query.startsWith("lot=");
        return family ? card(first) : "/lots/id/" + roots.getFirst();
    }

    /** Returns the address of the card of all lots that share item and number with this one. */
    public static String card(Lot lot) {
        String item = lot.item().code();
        String number = lot.number().text();
        return isPlain(item) && isPlain(number)
                ? "/lots/" + encoded(item) + "/" + encoded(number)
                : "/lots/card?item=" + encoded(item) + "&lot=" + encoded(number);
    }

    /**
     * Returns the address of the page of a document, in the path where the path can carry the code.
     */
    public static String page(String path, String code) {
        return isPlain(code) ? path + "/" + encoded(code) : path + "?code=" + encoded(code);
    }

    /** A path cannot carry a slash, a percent sign, a semicolon, or dots alone. */
    private static boolean isPlain(String code) {
        return code.chars().noneMatch(c -> "/\\%;".indexOf(c) >= 0) && !code.matches("\\.+");
    }

    /** Returns a code as a part of an address. */
    public static String encoded(String code) {
        return URLEncoder.encode(code, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
