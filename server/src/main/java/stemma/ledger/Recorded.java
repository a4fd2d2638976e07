package stemma.ledger;

import org.jspecify.annotations.Nullable;

import stemma.journal.Author;

import java.time.Instant;

/**
 * An event as it stands in the ledger: its seq, when it was written and by whom, and what takes
 * effect and ceases to under it (see {@link Candidate}).
 */
public record Recorded(long seq, Instant recordedAt, Author author, Candidate candidate) {
    public Event event() {
        return candidate.event();
    }

    public @Nullable Event effect() {
        return candidate.effect();
    }

    public Candidate.@Nullable Undone undone() {
        return candidate.undone();
    }
}
