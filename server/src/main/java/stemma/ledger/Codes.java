package stemma.ledger;

import stemma.identifiers.LotNumber;

import java.util.HashMap;
import java.util.Map;

/**
 * The codes that events bring into use, each by its kind and normal form, as the first of them
 * spells it, and whether all of them spell it alike.
 */
public record Codes(Map<String, String> first, boolean agree) {
    public Codes {
        first = Map.copyOf(first);
    }

    public static Codes of(Event event) {
        Noting noting = new Noting();
        noting.walk(event);
        return new Codes(noting.first, noting.agree);
    }

    /** Returns those of both; where they spell one otherwise, as these do. */
    public static Codes of(Iterable<Codes> all) {
        Noting noting = new Noting();
        for (Codes codes : all) {
            noting.agree &= codes.agree;
            codes.first.forEach(noting::note);
        }
        return new Codes(noting.first, noting.agree);
    }

    /** Returns the key by which a code of that kind is known, however it is spelled. */
    public static String key(String kind, String code) {
        return kind + ":" + LotNumber.normal(code);
    }

    private static final class Noting extends CodesByKind {
        private final Map<String, String> first = new HashMap<>();
        private boolean agree = true;

        @Override
        protected String spelled(String kind, String code) {
            note(key(kind, code), code);
            return code;
        }

        void note(String key, String code) {
            String before = first.putIfAbsent(key, code);
            agree &= before == null || before.equals(code);
        }
    }
}
