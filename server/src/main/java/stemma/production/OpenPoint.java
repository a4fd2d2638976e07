package stemma.production;

import java.util.Locale;

/** Something about a work order that somebody has to answer for before it is closed. */
public record OpenPoint(Kind kind, String sentence) {
    /** What sort of thing is open, in the order in which they are listed. */
    public enum Kind {
        /** What went in, or came out, is not in the recipe. */
        NOT_IN_RECIPE,
        /** More of a line went in than its tolerance allows. */
        OVER_CONSUMED,
        /** Less of a line is recorded than what was made needs. */
        UNDER_CONSUMED,
        /** The runs do not balance within the recipe's tolerance. */
        UNBALANCED,
        /** The runs cannot be weighed by the conversions we have. */
        NOT_WEIGHED,
        /** A step of the recipe has no record. */
        STEP_MISSING,
        /** What was read off at a step is outside its limits. */
        STEP_OUTSIDE,
        /** A run says that it began clear, and no record of a clearance says so. */
        CLEARANCE_UNPROVEN,
        /** A fact was stated with what it breaks. */
        FACT_WITH_VIOLATION,
        /** It was stated after the order had been closed. */
        AFTER_CLOSING;

        /** Returns the stable word, such as {@code step_missing}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
