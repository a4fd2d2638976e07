package stemma.genealogy;

import org.jspecify.annotations.Nullable;

import stemma.genealogy.store.FlowRow;

/**
 * What lies between two lots in a graph: a run in one of its parts, or a vessel between emptyings.
 */
record Maker(Part part, long key, FlowRow.@Nullable Window window) {

    /** Which part of a run. */
    enum Part {
        /** All that went into all outputs. */
        WHOLE,
        /** One input that went into some outputs; the key is that of the link. */
        SUBRUN,
        /** What it left in the line. */
        LEFT,
        /** The parting of one material. */
        PARTING,
        /** Not a run but a vessel. */
        EPOCH
    }

    static Maker whole(long run) {
        return new Maker(Part.WHOLE, run, null);
    }

    static Maker subrun(long fed) {
        return new Maker(Part.SUBRUN, fed, null);
    }

    static Maker left(long run) {
        return new Maker(Part.LEFT, run, null);
    }

    static Maker parting(long run) {
        return new Maker(Part.PARTING, run, null);
    }

    static Maker epoch(FlowRow.Window window) {
        return new Maker(Part.EPOCH, 0, window);
    }
}
