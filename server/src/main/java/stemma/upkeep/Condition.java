package stemma.upkeep;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.EventId;

import java.time.Instant;

/**
 * How a resource stands at a moment: its latest calibration, its latest cleaning, the latest use
 * for another product, and since when it was used after that cleaning.
 */
public record Condition(
        @Nullable ToldEntry calibration,
        @Nullable Cleaning cleaned,
        @Nullable Foreign foreign,
        @Nullable Instant usedSince) {

    /** A cleaning, and whether another has verified it. */
    public record Cleaning(EventId event, Instant at, String words, Check check) {}

    /** Whether another than who cleaned has looked. */
    public enum Check {
        VERIFIED,
        UNVERIFIED
    }

    /** A use for another product. */
    public record Foreign(Instant at, String product, String run) {}

    /** Returns the same without the use that begins then and is itself asked about. */
    Condition before(Instant use) {
        boolean isItself = usedSince != null && !usedSince.isBefore(use);
        return isItself ? new Condition(calibration, cleaned, foreign, null) : this;
    }

    /** Returns the calibration in words, such as {@code until 2026-06-30, CAL-9}. */
    public String calibrationWords() {
        UpkeepEntry.Calibrated said = calibrated();
        if (said == null) return "never told";
        return said.asLeft() == UpkeepEntry.Finding.FAILED
                ? "failed, " + said.certificate()
                : "until " + said.validUntil() + ", " + said.certificate();
    }

    /** Returns the calibration as it was told. */
    public UpkeepEntry.@Nullable Calibrated calibrated() {
        return calibration != null && calibration.entry() instanceof UpkeepEntry.Calibrated c
                ? c
                : null;
    }
}
