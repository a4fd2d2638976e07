package stemma.stock;

import stemma.identifiers.ResourceCode;
import stemma.ledger.Candidate;
import stemma.ledger.Event;
import stemma.ledger.Rule;
import stemma.ledger.Violation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Who asks, asks about now. An intent that states an earlier time, before the window in which what
 * a resource touched is held, would pass the hold by what it says; of what has happened, its own
 * time counts.
 */
final class HeldResources {
    private final StockBook book;

    HeldResources(StockBook book) {
        this.book = book;
    }

    List<Violation> broken(Candidate candidate, Event effect) {
        boolean asks = !effect.circumstances().isReport() && candidate.undone() == null;
        if (!asks) return List.of();
        var said = effect.circumstances().occurredAt();
        Instant now = book.lots().now();
        List<Violation> broken = new ArrayList<>();
        for (ResourceCode used : used(effect)) {
            List<Hold> told = book.holds().touching(used, said.from(), said.to());
            for (Hold hold : book.holds().touching(used, said.from(), now)) {
                if (told.contains(hold)) continue;
                broken.add(Rule.LOT_IS_HELD.broken(
                        "resources",
                        null,
                        "What " + used + " touched is held: " + hold.code() + " " + hold.reason()
                                + "; if it was used earlier, state it as a fact."));
            }
        }
        return broken;
    }

    /** What an event names, the line of its run, the vessel that it fills or draws from. */
    private static Set<ResourceCode> used(Event effect) {
        Set<ResourceCode> used = new LinkedHashSet<>();
        effect.circumstances().resources().forEach(use -> used.add(use.resource()));
        if (effect instanceof Event.OfRun e && e.run().line() != null)
            used.add(e.run().line());
        if (effect instanceof Event.OfVessel e) used.add(e.vessel());
        return used;
    }
}
