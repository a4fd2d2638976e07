package stemma.trace;

import java.math.BigInteger;

/** A fraction in lowest terms, exact. */
record Fraction(BigInteger over, BigInteger under) {
    static final Fraction ZERO = of(0);
    static final Fraction ONE = of(1);

    Fraction {
        if (under.signum() <= 0) throw new ArithmeticException("a fraction is over one or more");
        BigInteger common = over.gcd(under);
        if (!common.equals(BigInteger.ONE)) {
            over = over.divide(common);
            under = under.divide(common);
        }
    }

    static Fraction of(long whole) {
        return new Fraction(BigInteger.valueOf(whole), BigInteger.ONE);
    }

    Fraction plus(Fraction other) {
        return new Fraction(
                over.multiply(other.under).add(other.over.multiply(under)),
                under.multiply(other.under));
    }

    Fraction minus(Fraction other) {
        return plus(new Fraction(other.over.negate(), other.under));
    }

    Fraction times(Fraction other) {
        return new Fraction(over.multiply(other.over), under.multiply(other.under));
    }

    Fraction by(Fraction other) {
        boolean isBelow = other.over.signum() < 0;
        return new Fraction(
                over.multiply(isBelow ? other.under.negate() : other.under),
                under.multiply(other.over.abs()));
    }

    Fraction by(long other) {
        return by(of(other));
    }

    Fraction min(Fraction other) {
        return minus(other).over.signum() < 0 ? this : other;
    }

    Fraction max(Fraction other) {
        return minus(other).over.signum() < 0 ? other : this;
    }

    boolean isZero() {
        return over.signum() == 0;
    }

    double value() {
        return new java.math.BigDecimal(over)
                .divide(new java.math.BigDecimal(under), java.math.MathContext.DECIMAL64)
                .doubleValue();
    }
}
