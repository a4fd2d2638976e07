package stemma.inquiry;

import stemma.identifiers.Portion;
import stemma.lots.Lot;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a question is about: a lot number with its whole family, one sublot, or one unit.
 * {@code query} names it in an address, such as {@code lot=C-7741&item=carrot}.
 */
public record Subject(String title, String query, List<Lot> lots, List<Portion> roots) {
    public Subject {
        lots = List.copyOf(lots);
        roots = List.copyOf(roots);
    }

    /**
     * Returns how a lot is told from its family: {@code C-7741 / 2} where several were asked about.
     */
    public String label(Lot lot) {
        int place = lots.indexOf(lot);
        String number = lot.number().text();
        return lots.size() < 2 || place < 0 ? number : number + " / " + (place + 1);
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
