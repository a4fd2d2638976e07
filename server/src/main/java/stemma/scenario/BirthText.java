package stemma.scenario;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * A lot that begins to exist, as written: its number, amount and item (none where it follows from
 * what it comes from), what its passport says, where it stands and with which status it begins.
 */
record BirthText(
        String number,
        @Nullable Amount amount,
        @Nullable String item,
        List<Fact> facts,
        List<String> serials,
        @Nullable PlaceName to,
        @Nullable String status) {

    /** One fact of the passport, such as {@code expiring 2026-05-31}; some have a second part. */
    record Fact(String name, String text, @Nullable String second) {}

    BirthText {
        facts = List.copyOf(facts);
        serials = List.copyOf(serials);
    }

    /** Reads {@code B-9 400 ea bread expiring 2026-05-31 to COLD}. */
    static BirthText read(Words words) {
        String number = words.next("a lot number");
        return rest(words, number, Amount.read(words), words.next("an item"));
    }

    /**
     * Reads a lot of the same item as what it comes from: {@code F-101A 60 kg}; an item may be
     * said.
     */
    static BirthText readSibling(Words words) {
        String number = words.next("a lot number");
        Amount amount = words.isNumber() ? Amount.read(words) : null;
        return rest(words, number, amount, words.take("of") ? words.next("an item") : null);
    }

    private static BirthText rest(
            Words words, String number, @Nullable Amount amount, @Nullable String item) {
        List<Fact> facts = new ArrayList<>();
        List<String> serials = List.of();
        PlaceName to = null;
        String status = null;
        while (true) {
            Fact fact = fact(words);
            if (fact != null) facts.add(fact);
            else if (words.take("serials")) serials = serials(words, amount);
            else if (words.take("to") || words.isAtPlace() && words.take("at"))
                to = PlaceName.read(words);
            else if (words.is("quarantined", "released", "restricted", "rejected")) {
                status = words.next("a status");
            } else return new BirthText(number, amount, item, facts, serials, to, status);
        }
    }

    /** Reads one fact of a passport, or nothing where something else comes next. */
    static @Nullable Fact fact(Words words) {
        if (words.take("supplier", "lot")) return issued(words, "supplier lot");
        if (words.take("maker", "lot")) return issued(words, "maker lot");
        if (words.take("best", "before"))
            return new Fact("best before", words.next("a date"), null);
        if (words.take("tlc")) {
            String code = words.next("a traceability lot code");
            words.expect("source");
            return new Fact("tlc", code, words.next("who assigned it"));
        }
        for (String name : List.of("expiring", "produced", "retest", "origin", "maker", "owner")) {
            if (words.take(name)) return new Fact(name, words.next("what is " + name), null);
        }
        return null;
    }

    private static Fact issued(Words words, String name) {
        String text = words.next("a lot number");
        return new Fact(name, text, words.take("issued", "by") ? words.next("a partner") : null);
    }

    private static List<String> serials(Words words, @Nullable Amount amount) {
        String first = words.next("a serial number");
        List<String> all = new ArrayList<>(List.of(first));
        if (first.contains("..") || amount == null) return all;
        while (all.size() < wholeOf(amount)) all.add(words.next("a serial number"));
        return all;
    }

    private static int wholeOf(Amount amount) {
        return amount.number().matches("\\d{1,6}") ? Integer.parseInt(amount.number()) : 1;
    }
}
