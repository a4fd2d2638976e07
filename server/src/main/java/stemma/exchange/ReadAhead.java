package stemma.exchange;

import stemma.ledger.Submission;

import java.util.List;

/**
 * What of a batch could be read while the batch before it was still being decided: the submissions
 * up to the first that calls a lot by a number, whose meaning the batch before may change, or that
 * cannot be read.
 */
record ReadAhead(BaseUnits units, List<Submission> read, int of) {
    ReadAhead {
        read = List.copyOf(read);
    }

    /** Says whether all of it is read, so that what its lots are counted in is known. */
    boolean isWhole() {
        return read.size() == of;
    }
}
