package stemma.verifier;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;

/** A moment in microseconds since 1970, the nearest, as a database keeps it. */
record Moment(long micros) implements Comparable<Moment> {
    private static final int MICROS_OF_SECOND = 6;

    static Moment of(String text) {
        try {
            Instant instant = Instant.parse(text);
            if (instant.getNano() % 1000 == 0)
                return new Moment(Math.addExact(
                        Math.multiplyExact(instant.getEpochSecond(), 1_000_000L),
                        instant.getNano() / 1000));
            return new Moment(new BigDecimal(instant.getEpochSecond())
                    .add(BigDecimal.valueOf(instant.getNano(), 9))
                    .scaleByPowerOfTen(MICROS_OF_SECOND)
                    .setScale(0, RoundingMode.HALF_EVEN)
                    .longValueExact());
        } catch (DateTimeException | ArithmeticException noMoment) {
            throw new Malformed("\"" + text + "\" is no moment");
        }
    }

    @Override
    public int compareTo(Moment other) {
        return Long.compare(micros, other.micros);
    }
}
