package stemma.production;

import stemma.identifiers.LotNumber;
import stemma.identifiers.OrderCode;
import stemma.identifiers.RunId;
import stemma.journal.Entry;
import stemma.journal.EntryKind;
import stemma.journal.SealedEntry;
import stemma.ledger.Claim;
import stemma.ledger.Event;
import stemma.ledger.EventJson;

import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** An intent to work in runs, or to move something into one or out of it, such as a loss. */
record UnderRuns(Entry entry, long position, Event event, Set<String> runs) {

    /** Returns what the entry asks for; nothing where it is no such intent, or cannot be read. */
    static Optional<UnderRuns> of(SealedEntry sealed) {
        Entry entry = sealed.entry();
        if (entry.kind() != EntryKind.EVENT) return Optional.empty();
        try {
            Event event = EventJson.read(entry.body());
            Set<String> runs = runs(event);
            return runs.isEmpty() || event.circumstances().claim() != Claim.INTENT
                    ? Optional.empty()
                    : Optional.of(new UnderRuns(entry, sealed.position(), event, runs));
        } catch (IllegalArgumentException | NoSuchElementException changed) {
            return Optional.empty();
        }
    }

    private static Set<String> runs(Event event) {
        Set<String> runs = new TreeSet<>();
        if (event instanceof Event.OfRun of) runs.add(normal(of.run().id()));
        else RunFlow.of(event).forEach(flow -> runs.add(normal(flow.run())));
        return runs;
    }

    private static String normal(RunId run) {
        return LotNumber.normal(run.code());
    }

    /** Returns the order that it names itself. */
    Optional<OrderCode> order() {
        return event instanceof Event.OfRun of
                ? Optional.ofNullable(of.run().order())
                : Optional.empty();
    }
}
