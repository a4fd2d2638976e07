package stemma.demo;

import org.jspecify.annotations.Nullable;

import stemma.journal.Author;
import stemma.ledger.Event;
import stemma.signatures.Meaning;

import java.time.Instant;
import java.util.List;

/** What somebody told the ledger, when it was told, and who signed the event for it, if anybody. */
record Act(
        Instant recordedAt,
        Author author,
        List<Event> events,
        @Nullable Signing signing) {
    Act {
        events = List.copyOf(events);
    }

    /** Who signs the event, and in which meaning. */
    record Signing(Crew who, Meaning meaning) {}
}
