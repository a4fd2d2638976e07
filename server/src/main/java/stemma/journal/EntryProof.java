package stemma.journal;

import java.util.Arrays;

/** An entry with all that shows it stands in the log that a signed checkpoint states. */
public record EntryProof(Entry entry, InclusionProof inclusion, Checkpoint checkpoint) {

    /** Returns whether the key signed the checkpoint and the entry's bytes lead to its root. */
    public boolean holds(VerifyingKey key) {
        Checkpoint stated = key.open(checkpoint.note());
        return stated.size() == inclusion.size()
                && Arrays.equals(stated.root(), checkpoint.root())
                && inclusion.holds(entry.envelope(), entry.body(), stated.root());
    }
}
