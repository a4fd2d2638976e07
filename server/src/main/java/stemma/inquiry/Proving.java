package stemma.inquiry;

import stemma.access.Caller;
import stemma.access.Permission;
import stemma.journal.Checkpoint;
import stemma.journal.ConsistencyProof;
import stemma.journal.Entry;
import stemma.journal.EntryKind;
import stemma.journal.EntryProof;
import stemma.journal.Journal;
import stemma.journal.Mailed;
import stemma.journal.SealingTime;
import stemma.shell.Problem;
import stemma.shell.Refused;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What shows somebody outside that an entry stands in the log, and that the log has only grown: the
 * proofs of RFC 9162, of any entry, under checkpoints that the sealing key signed.
 */
public final class Proving {
    private final Journal journal;

    Proving(Journal journal) {
        this.journal = journal;
    }

    /** Returns the proof of an entry, where it is sealed. */
    public Optional<EntryProof> find(UUID id) {
        return journal.prove(id);
    }

    /**
     * Returns the proof of an entry of the record or, to who may see it, of the audit trail.
     * Refused with {@code event_unknown}, or {@code not_sealed_yet} for the second until it is
     * sealed.
     */
    public EntryProof prove(Caller caller, UUID id) {
        Entry entry = journal.find(id).orElseThrow(() -> unknown(id));
        if (entry.kind() == EntryKind.AUDIT && !caller.may(Permission.SEE_AUDIT)) throw unknown(id);
        return find(id).orElseThrow(() -> new Refused(
                Problem.of("not_sealed_yet", 409, "The entry is recorded and not sealed yet.")
                        .notRecording("")
                        .advising("Ask again in a second.")));
    }

    /** Returns the last checkpoint; refused with {@code not_sealed_yet} before there is one. */
    public Checkpoint last() {
        return journal.checkpointCovering(journal.sealed().size())
                .orElseThrow(() ->
                        new Refused(Problem.of("not_sealed_yet", 409, "Nothing is sealed yet.")
                                .notRecording("")
                                .advising("Ask again in a second.")));
    }

    /** Returns the keys that signed the log, the first before, each with its time. */
    public List<SealingTime> keys() {
        return journal.keys();
    }

    /**
     * Returns the checkpoint of a size by which a key was handed on; else {@code handover_unknown}.
     */
    public Checkpoint handover(long size) {
        return journal.handovers().stream()
                .filter(one -> one.size() == size)
                .findFirst()
                .orElseThrow(() -> new Refused(Problem.of(
                                "handover_unknown",
                                404,
                                "No key was handed on when the log had " + size + " entries.")
                        .notRecording("")
                        .advising("The page What is proven lists the keys.")));
    }

    /** Returns how the mailing of checkpoints stands; empty where they are not mailed. */
    public Optional<Mailed> mailed() {
        return journal.mailed();
    }

    /**
     * Returns the proof that the log of the larger size begins with that of the smaller. Refused
     * with {@code size_not_sealed}.
     */
    public ConsistencyProof consistency(long smaller, long larger) {
        long sealed = journal.sealed().size();
        if (smaller < 0 || smaller > larger || larger > sealed)
            throw new Refused(Problem.of(
                            "size_not_sealed",
                            422,
                            "The log has " + sealed + " sealed entries; give a smaller and a larger"
                                    + " size up to that.")
                    .notRecording(""));
        return journal.proveConsistency(smaller, larger);
    }

    private static Refused unknown(UUID id) {
        return new Refused(Problem.of("event_unknown", 404, "The record has no such entry.")
                .notRecording("")
                .with("event", id.toString()));
    }
}
