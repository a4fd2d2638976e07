package stemma.upkeep;

import org.jspecify.annotations.Nullable;

import stemma.catalog.Resource;

import java.time.Instant;
import java.time.LocalDate;

/**
 * How a resource stands today: what was told last of each kind, the day that comes first, and how
 * soon it is. What is required and was never told is overdue.
 */
public record ResourceState(
        Resource resource,
        @Nullable ToldEntry calibration,
        @Nullable ToldEntry maintenance,
        @Nullable ToldEntry environment,
        @Nullable Instant cleanedAt,
        Condition.Check cleaning,
        Calibration needs,
        @Nullable LocalDate nextDue,
        Due due) {

    /** Whether some use of it asks for a calibration. */
    public enum Calibration {
        REQUIRED,
        NOT_REQUIRED
    }

    /** Says whether anything of it was ever told, or is due. */
    boolean isKeptUp() {
        boolean isTold = calibration != null || maintenance != null || environment != null;
        return isTold || cleanedAt != null || due != Due.NOTHING;
    }

    /** Returns the calibration as it was told. */
    public UpkeepEntry.@Nullable Calibrated calibrated() {
        return calibration != null && calibration.entry() instanceof UpkeepEntry.Calibrated c
                ? c
                : null;
    }

    /** Returns the last reading of its environment. */
    public UpkeepEntry.@Nullable Monitored monitored() {
        return environment != null && environment.entry() instanceof UpkeepEntry.Monitored m
                ? m
                : null;
    }

    /** Returns the calibration in words, such as {@code until 2026-06-30, CAL-9}. */
    public String calibrationWords() {
        UpkeepEntry.Calibrated said = calibrated();
        if (said == null) return needs == Calibration.REQUIRED ? "never" : "";
        return said.asLeft() == UpkeepEntry.Finding.FAILED
                ? "failed, " + said.certificate()
                : "until " + said.validUntil() + ", " + said.certificate();
    }
}
