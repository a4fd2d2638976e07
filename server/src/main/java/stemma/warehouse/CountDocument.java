package stemma.warehouse;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ActorId;
import stemma.identifiers.DocumentCode;
import stemma.identifiers.SiteCode;
import stemma.ledger.Place;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A count that was asked for: of what stands at one place, until a day, blind or with the books.
 */
public record CountDocument(
        DocumentCode code,
        SiteCode site,
        Place place,
        Sight sight,
        LocalDate due,
        ActorId openedBy,
        Instant openedAt,
        State state,
        @Nullable ActorId endedBy,
        @Nullable Instant endedAt) {

    /** Whether who counts sees what the books have. */
    public enum Sight {
        BLIND,
        OPEN
    }

    /** How far it has come. */
    public enum State {
        COUNTING,
        POSTED,
        DROPPED
    }

    public boolean isOpen() {
        return state == State.COUNTING;
    }
}
