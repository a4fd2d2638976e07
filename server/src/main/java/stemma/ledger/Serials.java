package stemma.ledger;

import stemma.identifiers.SerialNumber;

import java.util.List;
import java.util.Locale;

/**
 * The serial numbers of a block in the order of its ordinals: either each text, or a prefix with a
 * counter of fixed width that starts at {@code first}. With texts, the counter is not used.
 */
public record Serials(String prefix, int first, int digits, List<SerialNumber> texts) {
    public Serials {
        texts = List.copyOf(texts);
    }

    public static Serials of(List<SerialNumber> texts) {
        return new Serials("", 0, 0, texts);
    }

    public static Serials counted(String prefix, int first, int digits) {
        return new Serials(prefix, first, digits, List.of());
    }

    /** Returns the serial number of the unit at that place in the block, counted from zero. */
    public SerialNumber at(int place) {
        if (!texts.isEmpty()) return texts.get(place);
        return new SerialNumber(prefix
                + String.format(Locale.ROOT, "%0" + Math.max(1, digits) + "d", first + place));
    }
}
