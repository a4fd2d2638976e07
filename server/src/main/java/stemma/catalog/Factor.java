package stemma.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An exact positive number of units, as a reduced fraction; written as a plain decimal where it
 * ends within 18 decimals, such as {@code 0.45359237}, else as {@code 1/3}.
 */
public record Factor(BigInteger numerator, BigInteger denominator) {
    public static final Factor ONE = new Factor(BigInteger.ONE, BigInteger.ONE);
    private static final int MAX_SCALE = 18;
    private static final int MAX_BITS = 200;
    private static final Pattern FORM = Pattern.compile(
            "(\\d{1,15}(?:\\.\\d{1,18})?)(?:\\s*/\\s*(\\d{1,15}(?:\\.\\d{1,18})?))?");

    public Factor {
        if (numerator.signum() <= 0 || denominator.signum() <= 0)
            throw invalid(numerator + "/" + denominator);
        BigInteger common = numerator.gcd(denominator);
        numerator = numerator.divide(common);
        denominator = denominator.divide(common);
        if (numerator.bitLength() > MAX_BITS || denominator.bitLength() > MAX_BITS) {
            throw invalid(numerator + "/" + denominator);
        }
    }

    /** Returns the factor written as a decimal or as two decimals with a slash between. */
    @JsonCreator
    public static Factor of(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) throw invalid(text);
        Factor top = of(new BigDecimal(matcher.group(1)));
        String below = matcher.group(2);
        return below == null ? top : top.times(of(new BigDecimal(below)).inverse());
    }

    /** Returns the factor that the decimal is. */
    public static Factor of(BigDecimal decimal) {
        BigDecimal whole = decimal.scale() < 0 ? decimal.setScale(0) : decimal;
        return new Factor(whole.unscaledValue(), BigInteger.TEN.pow(whole.scale()));
    }

    public Factor times(Factor other) {
        return new Factor(
                numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    public Factor inverse() {
        return new Factor(denominator, numerator);
    }

    /** Returns the amount times this factor, or nothing where that needs more decimals. */
    public Optional<BigDecimal> applyExactly(BigDecimal amount, int maxScale) {
        BigDecimal product = amount.multiply(new BigDecimal(numerator));
        BigInteger scaled = product.setScale(product.scale() + maxScale).unscaledValue();
        BigInteger[] parts = scaled.divideAndRemainder(denominator);
        if (parts[1].signum() != 0) return Optional.empty();
        BigDecimal exact =
                new BigDecimal(parts[0], product.scale() + maxScale).stripTrailingZeros();
        return exact.scale() > maxScale ? Optional.empty() : Optional.of(exact);
    }

    private static MalformedMaster invalid(String text) {
        return new MalformedMaster(
                "factor_invalid",
                "factor",
                "\"" + text + "\" is not a factor; write 0.45359237 or 1/3, above zero");
    }

    @JsonValue
    @Override
    public String toString() {
        return applyExactly(BigDecimal.ONE, MAX_SCALE)
                .map(BigDecimal::toPlainString)
                .orElseGet(() -> numerator + "/" + denominator);
    }
}
