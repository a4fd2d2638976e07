package stemma.upkeep;

import stemma.identifiers.Portion;
import stemma.lots.Lot;
import stemma.quality.Measurement;

import java.time.Instant;
import java.util.List;

/**
 * What rests on a resource that a calibration found bad: the time since its last good one, what it
 * touched then, and what was measured by it. Where there was no good one before, the time begins
 * with the record.
 */
public record Suspects(
        ToldEntry found,
        Since since,
        Instant from,
        List<Touched> touched,
        List<Measurement> results) {
    public Suspects {
        touched = List.copyOf(touched);
        results = List.copyOf(results);
    }

    /** From where the time is counted. */
    public enum Since {
        LAST_GOOD,
        EVER
    }

    /** A lot, or units of it, that was touched or made. */
    public record Touched(Lot lot, Portion portion) {}

    /** Returns the time as a root of a trace narrows it, such as {@code resource:B-1 a..b}. */
    public String root() {
        return "resource:" + found.resource().code() + " "
                + (since == Since.EVER ? "" : from.toString()) + ".." + found.at();
    }
}
