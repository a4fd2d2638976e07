package stemma.genealogy;

import stemma.identifiers.Portion;
import stemma.journal.Entry;
import stemma.journal.EntryKind;
import stemma.journal.Finding;
import stemma.journal.SealedEntry;
import stemma.ledger.Claim;
import stemma.ledger.Event;
import stemma.ledger.EventJson;
import stemma.ledger.Facts;
import stemma.ledger.Movement;
import stemma.ledger.Place;
import stemma.stock.Purpose;

import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;

/** An intent that was recorded, and a lot or some units that it uses, ships or lends. */
record Taking(
        long seq, long position, Instant recordedAt, Event event, Portion lot, Purpose purpose) {

    /**
     * Returns what the entry takes; nothing where it is no such intent. A report states what has
     * happened and is kept whatever it breaks; what cannot be read is told elsewhere.
     */
    static List<Taking> of(SealedEntry sealed) {
        Entry entry = sealed.entry();
        if (entry.kind() != EntryKind.EVENT) return List.of();
        try {
            Event event = EventJson.read(entry.body());
            if (event.circumstances().claim() != Claim.INTENT) return List.of();
            return Facts.movements(event).stream()
                    .filter(one -> !one.lot().first().birth().equals(event.id()))
                    .map(one -> new Taking(
                            entry.seq(),
                            sealed.position(),
                            entry.recordedAt(),
                            event,
                            one.lot(),
                            purpose(event, one)))
                    .filter(taking -> switch (taking.purpose()) {
                        case USE, SHIP, LEND -> true;
                        case DISPOSE, KEEP -> false;
                    })
                    .distinct()
                    .toList();
        } catch (IllegalArgumentException | NoSuchElementException changed) {
            return List.of();
        }
    }

    /** Returns the finding that it was not allowed. */
    Finding found(String code, String why) {
        return new Finding(
                code,
                position,
                EventJson.kind(event) + " " + event.id() + " took lot " + lot + " " + why);
    }

    /**
     * By the places that the event itself names; where a container stood is not looked up, and what
     * leaves one counts as no lending.
     */
    private static Purpose purpose(Event event, Movement movement) {
        Purpose purpose = Purpose.of(event, movement, UnaryOperator.identity());
        boolean isOfContainer = movement.from() instanceof Place.InContainer;
        return purpose == Purpose.LEND && isOfContainer ? Purpose.KEEP : purpose;
    }
}
