package stemma.quantity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * An exact amount of material with its unit. At most 15 digits before the decimal point and 9 after
 * it; nothing is ever rounded. Written as {@code 120.5 kg}, on the wire too.
 */
public record Quantity(BigDecimal amount, Unit unit) {
    public static final int MAX_SCALE = 9;
    public static final int MAX_INTEGER_DIGITS = 15;
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d+)?");
    private static final Pattern AMBIGUOUS =
            Pattern.compile("-?\\d+(,\\d+)+(\\.\\d+)?|-?\\d+(\\.\\d+)+,\\d+");

    public Quantity {
        amount = normal(amount);
        if (amount.scale() > MAX_SCALE) {
            throw new MalformedQuantity(
                    "quantity_too_precise",
                    amount.toPlainString() + " has more than " + MAX_SCALE
                            + " decimals; nothing is rounded silently");
        }
        if (amount.precision() - amount.scale() > MAX_INTEGER_DIGITS) {
            throw new MalformedQuantity(
                    "quantity_invalid",
                    "more than " + MAX_INTEGER_DIGITS + " digits before the point");
        }
    }

    /** Returns an amount written as a number, a space and a unit, such as {@code 0.239 kg}. */
    @JsonCreator
    public static Quantity of(String text) {
        int space = text.strip().indexOf(' ');
        if (space < 0) {
            throw new MalformedQuantity(
                    "quantity_invalid",
                    "\"" + text + "\" needs a number, a space and a unit, as in 5 kg");
        }
        String trimmed = text.strip();
        return of(
                trimmed.substring(0, space),
                new Unit(trimmed.substring(space + 1).strip()));
    }

    /** Returns an amount whose number is given as plain decimal text with a point. */
    public static Quantity of(String number, Unit unit) {
        if (AMBIGUOUS.matcher(number).matches()) {
            throw new MalformedQuantity(
                    "ambiguous_number",
                    "\"" + number
                            + "\" can be read two ways; write a decimal point and no separator");
        }
        if (!NUMBER.matcher(number).matches()) {
            throw new MalformedQuantity(
                    "quantity_invalid", "\"" + number + "\" is not a plain decimal number");
        }
        return new Quantity(new BigDecimal(number), unit);
    }

    public static Quantity each(long count) {
        return new Quantity(BigDecimal.valueOf(count), Unit.EACH);
    }

    public static Quantity zero(Unit unit) {
        return new Quantity(BigDecimal.ZERO, unit);
    }

    /** Returns the sum; the units must be the same, since conversion is the catalog's business. */
    public Quantity plus(Quantity other) {
        sameUnit(other);
        return new Quantity(amount.add(other.amount), unit);
    }

    public Quantity minus(Quantity other) {
        sameUnit(other);
        return new Quantity(amount.subtract(other.amount), unit);
    }

    public Quantity negated() {
        return new Quantity(amount.negate(), unit);
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    public boolean isPositive() {
        return amount.signum() > 0;
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }

    public boolean isLessThan(Quantity other) {
        sameUnit(other);
        return amount.compareTo(other.amount) < 0;
    }

    private void sameUnit(Quantity other) {
        if (!unit.equals(other.unit)) {
            throw new IllegalArgumentException("cannot combine " + unit + " with " + other.unit);
        }
    }

    private static BigDecimal normal(BigDecimal amount) {
        if (amount.signum() == 0) return BigDecimal.ZERO;
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** Returns the number alone, in plain decimal text. */
    public String number() {
        return amount.toPlainString();
    }

    @JsonValue
    @Override
    public String toString() {
        return number() + " " + unit;
    }
}
