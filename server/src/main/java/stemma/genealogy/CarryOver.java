package stemma.genealogy;

import stemma.identifiers.RunId;

/** A run before that may have left material in the line, and how that is known. */
public record CarryOver(RunId from, Ground ground) {
    /** How it is known that material may have been carried over. */
    public enum Ground {
        /** The run says that it goes on from the other. */
        STATED,
        /** On one line, and nothing shows that the line was clear. */
        DERIVED
    }
}
