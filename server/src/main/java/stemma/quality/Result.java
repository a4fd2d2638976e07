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
 * broken, empty for nearly all; {@code correction} why and by whose signature it came after the
 * judgement.
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
        String against,
        @Nullable Correction correction) {

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
        return with(before.id(), against, correction);
    }

    /** Returns it as one that is kept although this stands against it. */
    Result keptAgainst(String said) {
        return with(replaces, said, correction);
    }

    /** Returns it as one that came after the judgement, signed. */
    Result correcting(Correction signed) {
        return with(replaces, against, signed);
    }

    private Result with(@Nullable EventId before, String said, @Nullable Correction signed) {
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
                before,
                reason,
                said,
                signed);
    }

    /** Returns the value with its unit. */
    public String said() {
        return unit.isEmpty() ? value : value + " " + unit;
    }
}
