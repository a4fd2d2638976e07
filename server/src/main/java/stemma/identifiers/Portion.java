package stemma.identifiers;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.util.ArrayList;
import java.util.List;

/**
 * One lot, or consecutive units of one serial block: what moves together under one name. Written as
 * the LotId, followed for several units by two dots and the last ordinal.
 */
public record Portion(LotId first, int count) implements Comparable<Portion> {
    public Portion {
        if (count < 1)
            throw new MalformedIdentifier("lot_id_invalid", "a portion holds at least one unit");
    }

    public static Portion of(LotId lot) {
        return new Portion(lot, 1);
    }

    @JsonCreator
    public static Portion of(String text) {
        int dots = text.indexOf("..");
        if (dots < 0) return of(LotId.of(text));
        LotId first = LotId.of(text.substring(0, dots));
        try {
            return new Portion(
                    first, Integer.parseInt(text.substring(dots + 2)) - first.ordinal() + 1);
        } catch (NumberFormatException notANumber) {
            throw new MalformedIdentifier(
                    "lot_id_invalid", "\"" + text + "\" is not a lot or a range of units");
        }
    }

    /** Returns the ordinal of the last unit; for a lot that is no block, its own ordinal. */
    public int last() {
        return first.ordinal() + count - 1;
    }

    public boolean contains(LotId lot) {
        return lot.birth().equals(first.birth())
                && lot.ordinal() >= first.ordinal()
                && lot.ordinal() <= last();
    }

    public boolean overlaps(Portion other) {
        return first.birth().equals(other.first.birth())
                && first.ordinal() <= other.last()
                && other.first.ordinal() <= last();
    }

    /** Returns what this and a portion that overlaps it have in common. */
    public Portion common(Portion other) {
        return between(
                Math.max(first.ordinal(), other.first.ordinal()), Math.min(last(), other.last()));
    }

    /** Returns what of this is not in the other: nothing, one portion or two. */
    public List<Portion> without(Portion other) {
        if (!overlaps(other)) return List.of(this);
        List<Portion> rest = new ArrayList<>();
        int before = other.first.ordinal() - 1;
        if (first.ordinal() <= before) rest.add(between(first.ordinal(), before));
        if (other.last() < last()) rest.add(between(other.last() + 1, last()));
        return rest;
    }

    private Portion between(int from, int to) {
        return new Portion(new LotId(first.birth(), from), to - from + 1);
    }

    @Override
    public int compareTo(Portion other) {
        int byFirst = first.compareTo(other.first);
        return byFirst != 0 ? byFirst : Integer.compare(count, other.count);
    }

    @JsonValue
    @Override
    public String toString() {
        return count == 1 ? first.toString() : first + ".." + last();
    }
}
