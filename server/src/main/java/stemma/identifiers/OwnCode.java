package stemma.identifiers;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What our own symbols carry where no GS1 key exists: a word for the kind, then each code after a
 * colon, such as {@code lot:flour:F-101} or {@code do:ok}. Within a code, a colon and a percent
 * sign are written as {@code %3A} and {@code %25}. Text of another shape is not ours: a stranger's
 * label that begins alike but has too few or too many codes is left alone.
 */
public record OwnCode(Kind kind, List<String> codes) {
    private static final String COLON = ":";

    /** What is named, by how many codes, and the word that begins its symbols. */
    public enum Kind {
        /** An item's lots of one number: item, lot number. */
        LOT(2),
        /** One serialised unit: item, serial number. */
        UNIT(2),
        /** A pallet, case or tote that bears no SSCC: its number. */
        CONTAINER(1),
        /** A spot: site, location. */
        LOCATION(2),
        /** Equipment, a tool, a room: its code. */
        RESOURCE(1),
        /** A work order, purchase order or sales order: its code. */
        ORDER(1),
        /** A run: its code. */
        RUN(1),
        /** A step of a work order: order, step. */
        STEP(2),
        /** A shipment: its code. */
        SHIPMENT(1),
        /** A key for gloved hands: ok, cancel, undo, next, print or a digit. */
        DO(1);

        private final int codes;

        Kind(int codes) {
            this.codes = codes;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public OwnCode {
        codes = List.copyOf(codes);
        if (codes.size() != kind.codes)
            throw new IllegalArgumentException(kind + " is named by " + kind.codes + " codes");
    }

    public static OwnCode of(Kind kind, String... codes) {
        return new OwnCode(kind, Arrays.asList(codes));
    }

    /** Reads what a symbol says; empty where the text is not one of ours. */
    public static Optional<OwnCode> read(String text) {
        String[] parts = text.split(COLON, -1);
        for (Kind kind : Kind.values()) {
            if (!kind.word().equals(parts[0]) || parts.length != kind.codes + 1) continue;
            List<String> codes =
                    Arrays.stream(parts).skip(1).map(OwnCode::plain).toList();
            return codes.stream().anyMatch(String::isBlank)
                    ? Optional.empty()
                    : Optional.of(new OwnCode(kind, codes));
        }
        return Optional.empty();
    }

    /** Returns what the symbol carries. */
    public String text() {
        StringBuilder text = new StringBuilder(kind.word());
        codes.forEach(code -> text.append(COLON).append(escaped(code)));
        return text.toString();
    }

    private static String escaped(String code) {
        return code.replace("%", "%25").replace(COLON, "%3A");
    }

    private static String plain(String part) {
        return part.replace("%3A", COLON).replace("%25", "%");
    }

    @Override
    public String toString() {
        return text();
    }
}
