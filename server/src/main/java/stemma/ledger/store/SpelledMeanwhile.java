package stemma.ledger.store;

/** Another writer was the first to use a code that this append was to begin. */
public final class SpelledMeanwhile extends RuntimeException {
    private static final long serialVersionUID = 1;

    SpelledMeanwhile() {
        super("a code was used for the first time by another writer meanwhile");
    }
}
