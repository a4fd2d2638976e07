package stemma.stock;

import stemma.ledger.Candidate;
import stemma.ledger.Event;
import stemma.ledger.ResourceUse;
import stemma.ledger.Rule;
import stemma.ledger.Violation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

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
        for (ResourceUse use : effect.circumstances().resources()) {
            List<Hold> told = book.holds().touching(use.resource(), said.from(), said.to());
            for (Hold hold : book.holds().touching(use.resource(), said.from(), now)) {
                if (told.contains(hold)) continue;
                broken.add(Rule.LOT_IS_HELD.broken(
                        "resources",
                        null,
                        "What " + use.resource() + " touched is held: " + hold.code() + " "
                                + hold.reason() + "; if it was used earlier, state it as a fact."));
            }
        }
        return broken;
    }
}
