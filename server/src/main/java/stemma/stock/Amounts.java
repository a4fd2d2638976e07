package stemma.stock;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Exact amounts by number: most are whole millionths and take eight bytes, the others what they
 * need.
 */
final class Amounts {
    private static final int SCALE = 6;
    private static final long WIDE = Long.MIN_VALUE;

    private final Map<Integer, BigDecimal> wide = new HashMap<>();
    private long[] millionths = new long[16];

    void put(int at, BigDecimal amount) {
        if (at >= millionths.length) grow(at);
        long whole = millionths(amount);
        if (whole == WIDE) wide.put(at, amount);
        else wide.remove(at);
        millionths[at] = whole;
    }

    /** Adds to what is there, which is nothing at first, what stands there in others. */
    void add(int at, Amounts others, int from) {
        if (at >= millionths.length) grow(at);
        long sum = millionths[at] + others.millionths[from];
        boolean isWhole = millionths[at] != WIDE
                && others.millionths[from] != WIDE
                && Math.abs(sum) < Long.MAX_VALUE / 4;
        if (isWhole) millionths[at] = sum;
        else put(at, amount(at).add(others.amount(from)));
    }

    private void grow(int at) {
        millionths = Arrays.copyOf(millionths, Math.addExact(at, at / 2 + 1));
    }

    /** Returns the amount without trailing zeros. */
    BigDecimal amount(int at) {
        long whole = millionths[at];
        if (whole != WIDE) return plain(BigDecimal.valueOf(whole, SCALE));
        return plain(Objects.requireNonNull(wide.get(at)));
    }

    private static BigDecimal plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    int signum(int at) {
        return millionths[at] == WIDE ? amount(at).signum() : Long.signum(millionths[at]);
    }

    private static long millionths(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        boolean fits = stripped.scale() <= SCALE
                && stripped.precision() - stripped.scale()
                        <= Long.toString(WIDE).length() - 9;
        return fits ? stripped.movePointRight(SCALE).longValueExact() : WIDE;
    }

    long bytes() {
        return 8L * millionths.length + 64L * wide.size();
    }
}
