package stemma.upkeep;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.EventId;
import stemma.signatures.Signature;

import java.time.LocalDate;

/** Something that was told of a resource; never changed, only annulled by another entry. */
public sealed interface UpkeepEntry {
    /**
     * It was compared with a standard: as it was found, and as it was left; under which
     * certificate, with the digest of the paper where it was read, and which of the papers kept
     * here it is; good until the end of that day.
     */
    record Calibrated(
            Finding asFound,
            Finding asLeft,
            String certificate,
            @Nullable String digest,
            String calibratedBy,
            @Nullable LocalDate validUntil,
            @Nullable String note,
            @Nullable EventId paper)
            implements UpkeepEntry {}

    /** Something was done to keep it working, and when it is due again. */
    record Maintained(String work, @Nullable LocalDate due) implements UpkeepEntry {}

    /** What its environment was, and between which limits it should be. */
    record Monitored(
            EnvironmentKind of,
            String value,
            String unit,
            @Nullable String lower,
            @Nullable String upper)
            implements UpkeepEntry {
        /** Says whether it is within its limits. */
        public Finding finding() {
            var read = new java.math.BigDecimal(value);
            boolean tooLow = lower != null && read.compareTo(new java.math.BigDecimal(lower)) < 0;
            boolean tooHigh = upper != null && read.compareTo(new java.math.BigDecimal(upper)) > 0;
            return tooLow || tooHigh ? Finding.FAILED : Finding.PASSED;
        }
    }

    /** Another than who cleaned it has looked, and signs that it is clean. */
    record Verified(EventId cleaning, @Nullable Signature signature) implements UpkeepEntry {}

    /** An entry was told wrongly and counts no more. */
    record Annulled(EventId which, String reason) implements UpkeepEntry {}

    /** Whether something was as it should be. */
    enum Finding {
        PASSED,
        FAILED;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** What of an environment is read. */
    enum EnvironmentKind {
        TEMPERATURE,
        HUMIDITY,
        PARTICLES;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
