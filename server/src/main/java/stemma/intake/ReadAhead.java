package stemma.intake;

import stemma.ledger.Submission;

import java.util.List;

/**
 * What of a batch could be read while the batch before it was still being decided: the submissions
 * up to the first that calls a lot by a number, whose meaning the batch before may change, or that
 * cannot be read.
 */
public final class ReadAhead {
    private final LookedUp lookedUp;
    private final List<Submission> read;
    private final int of;

    ReadAhead(LookedUp lookedUp, List<Submission> read, int of) {
        this.lookedUp = lookedUp;
        this.read = List.copyOf(read);
        this.of = of;
    }

    LookedUp lookedUp() {
        return lookedUp;
    }

    List<Submission> read() {
        return read;
    }

    /** Says whether all of it is read, so that what its lots are counted in is known. */
    public boolean isWhole() {
        return read.size() == of;
    }
}
