package stemma.trace;

import java.util.List;

/**
 * Something that the ledger states and the genealogy follows from. Facts are told in any order, and
 * one that a correction ends is withdrawn by being told again. Keys are the caller's. Moments are
 * whole numbers of one unit, of which only the order counts; an interval holds both its ends, and
 * an event whose time is uncertain has a wide one.
 */
public sealed interface Fact {

    /**
     * A lot fed a run: into all that it yields or, where {@code into} names outputs, into those
     * alone. {@code link} is the key of this statement, needed only where outputs are named.
     */
    record Fed(long link, long run, Nature nature, Span lot, List<Span> into) implements Fact {
        public Fed {
            into = List.copyOf(into);
            if (!into.isEmpty() && nature != Nature.PLAIN)
                throw new IllegalArgumentException("only a plain run has inputs for some outputs");
        }
    }

    /** A run yielded a lot. */
    record Yielded(long run, Nature nature, Span lot) implements Fact {}

    /** A lot went into a vessel. */
    record Filled(long vessel, Span lot, long from, long to) implements Fact {
        public Filled {
            requireInterval(from, to);
        }
    }

    /** A lot came out of a vessel. */
    record Drawn(long vessel, Span lot, long from, long to) implements Fact {
        public Drawn {
            requireInterval(from, to);
        }
    }

    /** A vessel was empty: what was in it before is not in what comes out after. */
    record Emptied(long vessel, long from, long to) implements Fact {
        public Emptied {
            requireInterval(from, to);
        }
    }

    /**
     * What one event said of a run: on which line, after which run, on what basis it began, and
     * when. A run begins with the earliest of what is said of it, and a basis once claimed stands;
     * where events name different lines or predecessors, the lowest key holds.
     */
    record Stated(long run, long line, long after, Basis basis, long from, long to)
            implements Fact {
        /** Stands for a line or a predecessor that the event does not name. */
        public static final long NONE = Long.MAX_VALUE;

        public Stated {
            requireInterval(from, to);
        }
    }

    /**
     * Units of a lot left in a shipment to a customer at a place, so much of them in the smallest
     * unit of the lot's item.
     */
    record Shipped(long shipment, long customer, long place, Span lot, long quantity)
            implements Fact {}

    /** Why material of the run before does not stand in the line of this one, or that it may. */
    enum Basis {
        NONE,
        CLEAR
    }

    /** What a run does to its material. */
    enum Nature {
        /** It makes something else. */
        PLAIN,
        /** It parts or renames one material: split, repack, relabel, return. */
        SAME_MATERIAL,
        /** It stands for stock that nobody keeps apart. */
        POOL
    }

    private static void requireInterval(long from, long to) {
        if (to < from) throw new IllegalArgumentException("an interval ends before it begins");
    }
}
