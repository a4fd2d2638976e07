package stemma.verifier;

import java.util.ArrayList;
import java.util.List;

/**
 * A lot, or consecutive units of a block: the event of birth and the ordinals from first to last.
 */
record Portion(Id birth, int first, int last) {

    /** Reads {@code EVENT/ORDINAL} or {@code EVENT/FIRST..LAST}. */
    static Portion of(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) throw new Malformed("\"" + text + "\" is no lot");
        int dots = text.indexOf("..", slash);
        int first = ordinal(text, slash + 1, dots < 0 ? text.length() : dots);
        int last = dots < 0 ? first : ordinal(text, dots + 2, text.length());
        if (last < first) throw new Malformed("\"" + text + "\" is no lot");
        return new Portion(Id.of(text, slash), first, last);
    }

    private static int ordinal(String text, int from, int to) {
        try {
            int ordinal = Integer.parseInt(text, from, to, 10);
            if (ordinal >= 0 && text.charAt(from) != '+') return ordinal;
        } catch (NumberFormatException | IndexOutOfBoundsException noNumber) {
            // Told below, as what is out of range.
        }
        throw new Malformed("\"" + text + "\" is no lot");
    }

    int count() {
        return last - first + 1;
    }

    boolean overlaps(Portion other) {
        return birth.equals(other.birth) && first <= other.last && other.first <= last;
    }

    Portion common(Portion other) {
        return new Portion(birth, Math.max(first, other.first), Math.min(last, other.last));
    }

    /** Returns what of this is not in the other. */
    List<Portion> without(Portion other) {
        if (!overlaps(other)) return List.of(this);
        List<Portion> rest = new ArrayList<>(2);
        if (first < other.first) rest.add(new Portion(birth, first, other.first - 1));
        if (last > other.last) rest.add(new Portion(birth, other.last + 1, last));
        return rest;
    }

    @Override
    public String toString() {
        return birth + "/" + first + (last == first ? "" : ".." + last);
    }
}
