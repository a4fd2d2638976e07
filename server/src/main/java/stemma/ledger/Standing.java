package stemma.ledger;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.EventId;

/**
 * How an event stands in the ledger: its seq, what takes effect under it, what it undid itself, and
 * the correction that names it, if any.
 */
public record Standing(
        long seq,
        @Nullable Event effect,
        Candidate.@Nullable Undone undone,
        @Nullable EventId correctedBy) {}
