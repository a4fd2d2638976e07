package stemma.demo;

import stemma.quantity.Quantity;
import stemma.quantity.Unit;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The two units of the plant and the exact arithmetic between recipe and run. */
final class Measures {
    static final Unit KG = new Unit("kg");
    static final Unit CASE = new Unit("case");

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Measures() {}

    static Quantity kg(long kilograms) {
        return new Quantity(BigDecimal.valueOf(kilograms), KG);
    }

    static Quantity kg(String kilograms) {
        return Quantity.of(kilograms, KG);
    }

    static Quantity cases(long count) {
        return new Quantity(BigDecimal.valueOf(count), CASE);
    }

    /** Returns so many percent of a quantity, rounded to the tenth as a scale shows it. */
    static Quantity percent(Quantity quantity, String percent) {
        BigDecimal part = quantity.amount().multiply(new BigDecimal(percent)).divide(HUNDRED);
        return new Quantity(part.setScale(1, RoundingMode.HALF_UP), quantity.unit());
    }

    /** Returns what so many cases take of something of which a hundred take that much. */
    static Quantity forCases(BigDecimal perHundred, int cases) {
        BigDecimal amount = perHundred.multiply(BigDecimal.valueOf(cases)).divide(HUNDRED);
        return new Quantity(amount, KG);
    }

    static Quantity lesser(Quantity one, Quantity other) {
        return one.isLessThan(other) ? one : other;
    }
}
