package stemma.shipping;

import java.util.List;

/** Tells what changed since a paper of our own was signed; the room that issues them does. */
@FunctionalInterface
public interface SignedSince {
    /** Returns in what the record says otherwise by now than the paper of that number. */
    List<String> changedSince(String number);
}
