package stemma.inquiry;

import stemma.quantity.Quantity;

/**
 * How much of a dependent lot can be concerned where a paper covers only a part of what went into
 * it: so many of its units, or so much of what the paper covers where it is not counted in units.
 */
public record AtMost(Quantity concerned, Quantity of, Counted counted) {
    /** In what the bound is told. */
    public enum Counted {
        /** In units of the lot itself. */
        UNITS,
        /** In the material that the paper covers. */
        MATERIAL
    }

    /** Returns {@code at most 40 of 200 ea}, or {@code holds at most 5 kg of it}. */
    public String words() {
        return switch (counted) {
            case UNITS -> "at most " + concerned.number() + " of " + of;
            case MATERIAL -> "holds at most " + concerned + " of it";
        };
    }
}
