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
     * {@code weights} are those of the outputs named, in their order, or none where nobody told
     * them.
     */
    record Fed(
            long link,
            long run,
            Nature nature,
            Span lot,
            List<Span> into,
            Measure measure,
            List<Long> weights)
            implements Fact {
        public Fed {
            into = List.copyOf(into);
            weights = List.copyOf(weights);
            if (!weights.isEmpty() && weights.size() != into.size())
                throw new IllegalArgumentException("each output named has a weight, or none has");
            if (!into.isEmpty() && nature != Nature.PLAIN)
                throw new IllegalArgumentException("only a plain run has inputs for some outputs");
        }

        /** Nothing is told of the link. */
        public Fed(long link, long run, Nature nature, Span lot, List<Span> into) {
            this(link, run, nature, lot, into, Measure.NONE, List.of());
        }

        /** The outputs named, if any, have no weights that anybody told. */
        public Fed(long link, long run, Nature nature, Span lot, List<Span> into, Measure measure) {
            this(link, run, nature, lot, into, measure, List.of());
        }
    }

    /** A run yielded a lot. The weight is the part of what went in that is apportioned to it. */
    record Yielded(long run, Nature nature, Span lot, Measure measure) implements Fact {
        /** Nothing is told of the link. */
        public Yielded(long run, Nature nature, Span lot) {
            this(run, nature, lot, Measure.NONE);
        }
    }

    /** A run lost something that is in no lot: its weight is beside those of what it yielded. */
    record Lost(long run, Nature nature, Measure measure) implements Fact {}

    /** A lot went into a vessel. Weights are comparable among all fills and draws of a vessel. */
    record Filled(long vessel, Span lot, long from, long to, Measure measure) implements Fact {
        public Filled {
            requireInterval(from, to);
        }

        /** Nothing is told of the link. */
        public Filled(long vessel, Span lot, long from, long to) {
            this(vessel, lot, from, to, Measure.NONE);
        }
    }

    /** A lot came out of a vessel. */
    record Drawn(long vessel, Span lot, long from, long to, Measure measure) implements Fact {
        public Drawn {
            requireInterval(from, to);
        }

        /** Nothing is told of the link. */
        public Drawn(long vessel, Span lot, long from, long to) {
            this(vessel, lot, from, to, Measure.NONE);
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
