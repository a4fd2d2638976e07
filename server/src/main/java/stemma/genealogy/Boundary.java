package stemma.genealogy;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.PartnerCode;

/**
 * An end of what we can know, met by a trace: what kind, at which partner, by how many of its lots.
 */
public record Boundary(Kind kind, @Nullable PartnerCode partner, int lots) {

    /** What kind of end. */
    public enum Kind {
        /** The lot existed before records. */
        BEFORE_RECORDS,
        /** The lot came from a supplier. */
        CAME_FROM_SUPPLIER,
        /** Goods of the lot are with a partner. */
        LEFT_OUR_KNOWLEDGE
    }
}
