package stemma.inquiry;

import stemma.genealogy.AsOf;
import stemma.genealogy.Completeness;
import stemma.journal.Journal;
import stemma.journal.Knowledge;
import stemma.journal.SealedSize;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * With which knowledge an answer is given: that of now, or that of the last seal before a moment.
 */
public record Insight(Optional<Instant> knownAt, Knowledge known, SealedSize sealed) {
    private static final Knowledge EVERYTHING = new Knowledge(0, Long.MAX_VALUE, new long[0]);

    /** Returns what is known at that moment; everything, where none is given. */
    static Knowledge known(Journal journal, Optional<Instant> knownAt) {
        return knownAt.map(journal::knowledgeAt).orElse(EVERYTHING);
    }

    static Insight at(Journal journal, Optional<Instant> knownAt) {
        return new Insight(knownAt, known(journal, knownAt), journal.sealed());
    }

    public boolean isNow() {
        return knownAt.isEmpty();
    }

    /** Returns the same, sealed as far as an answer that was given with it says. */
    static Insight of(Optional<Instant> knownAt, Knowledge known, Completeness answer) {
        SealedSize sealed = new SealedSize(answer.sealedSize(), answer.unsealed());
        return new Insight(knownAt, known, sealed);
    }

    AsOf asOf() {
        return asOf(knownAt, known);
    }

    static AsOf asOf(Optional<Instant> knownAt, Knowledge known) {
        if (knownAt.isEmpty()) return AsOf.now();
        return new AsOf(known.lastSeq(), Arrays.stream(known.except()).boxed().toList());
    }
}
