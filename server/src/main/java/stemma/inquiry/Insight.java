package stemma.inquiry;

import stemma.genealogy.AsOf;
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

    static Insight at(Journal journal, Optional<Instant> knownAt) {
        return new Insight(
                knownAt, knownAt.map(journal::knowledgeAt).orElse(EVERYTHING), journal.sealed());
    }

    public boolean isNow() {
        return knownAt.isEmpty();
    }

    AsOf asOf() {
        if (isNow()) return AsOf.now();
        return new AsOf(known.lastSeq(), Arrays.stream(known.except()).boxed().toList());
    }
}
