package stemma.quality;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What an inspection found of the characteristic: the mean of so many samples, when the last of
 * them was measured, how far it is from the one before, and how it stands to both kinds of limits.
 */
public record ControlPoint(
        int number,
        Inspection inspection,
        String lots,
        BigDecimal value,
        int samples,
        Instant at,
        @Nullable BigDecimal range,
        Control control,
        Result.Outcome outcome) {

    /** How it stands to the control limits. */
    public enum Control {
        /** There are no limits: it stands alone. */
        UNKNOWN(""),
        WITHIN(""),
        BELOW("below the control limits"),
        ABOVE("above the control limits");

        private final String words;

        Control(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public boolean isOutOfControl() {
        return control == Control.BELOW || control == Control.ABOVE;
    }

    /** Says whether a result of it is not as its own revision requires. */
    public boolean fails() {
        return outcome == Result.Outcome.FAILS;
    }

    /** Returns how it stands in words, so that nothing is told by colour or shape alone. */
    public String words() {
        String outside = fails() ? "outside the specification" : "";
        if (!isOutOfControl()) return outside.isEmpty() ? "within" : outside;
        return outside.isEmpty() ? control.words() : outside + ", " + control.words();
    }
}
