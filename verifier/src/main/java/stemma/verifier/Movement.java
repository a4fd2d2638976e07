package stemma.verifier;

import java.math.BigDecimal;

/**
 * A quantity of one lot, or units of a block, that went from one place to another, and how much it
 * was weighed to be; nothing where it was not weighed.
 */
record Movement(Portion lot, Amount amount, BigDecimal weight, String from, String to) {
    /** Reads the catch weight that a line or a birth states. */
    static BigDecimal weight(Fields line) {
        return line.textIfAny("catchWeight")
                .map(text -> Amount.of(text).number())
                .orElse(BigDecimal.ZERO);
    }

    Movement backwards() {
        return new Movement(lot, amount, weight, to, from);
    }
}
