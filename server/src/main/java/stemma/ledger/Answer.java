package stemma.ledger;

import stemma.identifiers.EventId;

import java.util.List;

/** What the ledger says to a submission: all of it stands, or none of it does. */
public sealed interface Answer {
    /**
     * Every event stands; {@code repeated} where this was known before and nothing new was written.
     */
    record Appended(List<Recorded> events, Novelty novelty) implements Answer {}

    /** Nothing was recorded but the attempt. */
    record Refused(EventId event, Refusal why) implements Answer {}

    /** Whether an answer tells of new events or repeats an earlier answer. */
    enum Novelty {
        NEW,
        REPEATED
    }
}
