package stemma.quality;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ActorId;
import stemma.identifiers.EventId;
import stemma.ledger.Evidence;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;

/**
 * What was found of one characteristic in one sample: the text as read with its unit, the exact
 * number where it is one, the outcome, by what and whom. A result is never changed; a later one
 * takes its place, names it and says why. {@code against} says what stood against it and was
 * broken, empty for nearly all.
 */
public record Result(
        EventId id,
        EventId inspection,
        int characteristic,
        int sample,
        String value,
        String unit,
        @Nullable BigDecimal number,
        Outcome outcome,
        Instant occurredAt,
        Instant recordedAt,
        ActorId by,
        Evidence evidence,
        @Nullable Instrument instrument,
        @Nullable EventId replaces,
        String reason,
        String against) {

    /** Whether it is as the specification requires. */
    public enum Outcome {
        PASSES,
        FAILS;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** By what it was measured: the resource, the version of its program, its calibration. */
    public record Instrument(String resource, String program, String calibration) {}

    Result inPlaceOf(Result before) {
        return new Result(
                id,
                inspection,
                characteristic,
                sample,
                value,
                unit,
                number,
                outcome,
                occurredAt,
                recordedAt,
                by,
                evidence,
                instrument,
                before.id(),
                reason,
                against);
    }

    /** Returns it as one that is kept although this stands against it. */
    Result keptAgainst(String said) {
        return new Result(
                id,
                inspection,
                characteristic,
                sample,
                value,
                unit,
                number,
                outcome,
                occurredAt,
                recordedAt,
                by,
                evidence,
                instrument,
                replaces,
                reason,
                said);
    }
}
