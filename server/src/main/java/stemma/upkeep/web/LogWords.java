package stemma.upkeep.web;

import stemma.upkeep.LogLine;
import stemma.upkeep.UpkeepEntry;
import stemma.upkeep.UpkeepEntry.Finding;

/** A line of the log in words. */
public final class LogWords {
    private LogWords() {}

    /** Returns what the line says, after the word of its kind. */
    public static String words(LogLine line) {
        if (line.told() == null) return line.words();
        return switch (line.told().entry()) {
            case UpkeepEntry.Calibrated c ->
                "found " + c.asFound().word() + ", left " + c.asLeft().word() + "; certificate "
                        + c.certificate() + " of " + c.calibratedBy()
                        + (c.validUntil() == null ? "" : ", good until " + c.validUntil())
                        + (c.note() == null ? "" : "; " + c.note());
            case UpkeepEntry.Maintained m ->
                m.work() + (m.due() == null ? "" : "; due again " + m.due());
            case UpkeepEntry.Monitored m ->
                m.of().word() + " " + m.value() + " " + m.unit()
                        + (m.finding() == Finding.FAILED ? ", out of its limits" : "");
            case UpkeepEntry.Verified v ->
                v.signature() == null
                        ? ""
                        : "the cleaning, signed by " + v.signature().name() + " ("
                                + v.signature().meaning() + ")";
            case UpkeepEntry.Annulled a -> a.reason();
        };
    }

    /** Says whether the line is a calibration that found it bad, and counts. */
    public static boolean isFoundBad(LogLine line) {
        return line.told() != null
                && line.told().entry() instanceof UpkeepEntry.Calibrated c
                && c.asFound() == Finding.FAILED
                && line.counts() != LogLine.Counts.ANNULLED;
    }
}
