package stemma.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All lots by the event of their birth and their ordinals in it: the id of the birth lies in open
 * addressing beside the lot, for each event asks for several and a miss of memory costs the most.
 */
final class Lots {
    private static final int SMALLEST = 1 << 10;

    private final List<Lot> all = new ArrayList<>();
    private long[] births = new long[2 * SMALLEST];
    private Lot[] youngest = new Lot[SMALLEST];
    private int taken;

    /** Returns the lot, or the block that holds the unit. */
    Optional<Lot> find(Portion lot) {
        for (Lot one = youngest(lot.birth()); one != null; one = one.sibling())
            if (one.first() <= lot.first() && lot.first() <= one.last()) return Optional.of(one);
        return Optional.empty();
    }

    /** Returns the lot that begins with that ordinal. */
    Optional<Lot> beginning(Id birth, int first) {
        for (Lot one = youngest(birth); one != null; one = one.sibling())
            if (one.first() == first) return Optional.of(one);
        return Optional.empty();
    }

    boolean anyOverlaps(Portion span) {
        for (Lot one = youngest(span.birth()); one != null; one = one.sibling())
            if (one.first() <= span.last() && span.first() <= one.last()) return true;
        return false;
    }

    void add(Lot lot) {
        if (4L * taken > 3L * youngest.length) grow();
        Id birth = lot.birth();
        int at = slot(births, youngest, birth.high(), birth.low());
        if (youngest[at] == null) taken++;
        put(births, youngest, at, birth, lot.besides(youngest[at]));
        all.add(lot);
    }

    long count() {
        return all.size();
    }

    /** Returns every lot, the first born first. */
    List<Lot> all() {
        return all;
    }

    private Lot youngest(Id birth) {
        return youngest[slot(births, youngest, birth.high(), birth.low())];
    }

    private void grow() {
        long[] wider = new long[2 * births.length];
        Lot[] more = new Lot[2 * youngest.length];
        for (Lot lot : youngest) {
            if (lot == null) continue;
            Id birth = lot.birth();
            put(wider, more, slot(wider, more, birth.high(), birth.low()), birth, lot);
        }
        births = wider;
        youngest = more;
    }

    private static void put(long[] births, Lot[] youngest, int at, Id birth, Lot lot) {
        births[2 * at] = birth.high();
        births[2 * at + 1] = birth.low();
        youngest[at] = lot;
    }

    private static int slot(long[] births, Lot[] youngest, long high, long low) {
        int mask = youngest.length - 1;
        int at = Ids.mixed(high, low) & mask;
        while (youngest[at] != null && (births[2 * at] != high || births[2 * at + 1] != low))
            at = at + 1 & mask;
        return at;
    }
}
