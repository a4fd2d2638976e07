package stemma.genealogy;

import java.math.BigDecimal;
import java.util.List;

/**
 * How much of the suspect is in a lot or in units, in the suspect's unit and rounded for show: at
 * least (down), to be expected, at most (up). {@code bases} says by what the runs that it came out
 * of apportion, in words such as {@code WO-55 by kg}. Bounds hold for the one lot and do not add
 * up.
 */
public record LotShare(
        BigDecimal minimum, BigDecimal expected, BigDecimal maximum, List<String> bases) {
    public LotShare {
        bases = List.copyOf(bases);
    }

    /** Says whether the bounds lie no farther apart than rounding to four digits parts them. */
    public boolean isExact() {
        return maximum.subtract(minimum).compareTo(expected.movePointLeft(3)) <= 0;
    }
}
