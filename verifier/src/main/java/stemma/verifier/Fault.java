package stemma.verifier;

/**
 * Something that does not hold: a stable code, the record it concerns, and one plain sentence.
 *
 * @param position of the record in the log, counted from zero; negative where it is no record
 */
public record Fault(Code code, long position, String sentence) {
    static final long NO_RECORD = -1;

    static Fault of(Code code, String sentence) {
        return new Fault(code, NO_RECORD, sentence);
    }

    /** Returns whether a record of the log is named. */
    public boolean namesRecord() {
        return position >= 0;
    }

    @Override
    public String toString() {
        String where = namesRecord() ? "record " + position + ": " : "";
        return code.word() + ": " + where + sentence;
    }
}
