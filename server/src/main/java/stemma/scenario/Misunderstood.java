package stemma.scenario;

/**
 * A sentence that the scenario language does not know; says on which line, and what would be right.
 */
final class Misunderstood extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int line;

    Misunderstood(int line, String sentence) {
        super(sentence);
        this.line = line;
    }

    /** Returns the line in its file, counted from 1. */
    int line() {
        return line;
    }
}
