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

import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;

/** An intent that was recorded, and a lot or some units that it uses or ships. */
record Taking(long seq, long position, Instant recordedAt, Event event, Portion lot) {

    /**
     * Returns what the entry takes; nothing where it is no such intent. A report states what has
     * happened and is kept whatever it breaks; what cannot be read is told elsewhere.
     */
    static List<Taking> of(SealedEntry sealed) {
        Entry entry = sealed.entry();
        if (entry.kind() != EntryKind.EVENT) return List.of();
        try {
            Event event = EventJson.read(entry.body());
            if (!takes(event) || event.circumstances().claim() != Claim.INTENT) return List.of();
            return Facts.movements(event).stream()
                    .map(Movement::lot)
                    .filter(lot -> !lot.first().birth().equals(event.id()))
                    .distinct()
                    .map(lot -> new Taking(
                            entry.seq(), sealed.position(), entry.recordedAt(), event, lot))
                    .toList();
        } catch (IllegalArgumentException | NoSuchElementException changed) {
            return List.of();
        }
    }

    boolean isShipping() {
        return event instanceof Event.Shipped;
    }

    /** Returns the finding that it was not allowed. */
    Finding found(String code, String why) {
        return new Finding(
                code,
                position,
                EventJson.kind(event) + " " + event.id() + " took lot " + lot + " " + why);
    }

    private static boolean takes(Event event) {
        return switch (event) {
            case Event.Consumed _,
                    Event.Filled _,
                    Event.Merged _,
                    Event.Installed _,
                    Event.Shipped _ -> true;
            case Event.Opened _,
                    Event.Received _,
                    Event.Moved _,
                    Event.Adjusted _,
                    Event.Split _,
                    Event.Produced _,
                    Event.Drawn _,
                    Event.Emptied _,
                    Event.Cleaned _,
                    Event.Packed _,
                    Event.Unpacked _,
                    Event.Removed _,
                    Event.Sampled _,
                    Event.Delivered _,
                    Event.Returned _,
                    Event.ReturnedToSupplier _,
                    Event.Scrapped _,
                    Event.Destroyed _,
                    Event.Judged _,
                    Event.Held _,
                    Event.HoldLifted _,
                    Event.Identified _,
                    Event.PassportChanged _,
                    Event.Corrected _ -> false;
        };
    }
}
