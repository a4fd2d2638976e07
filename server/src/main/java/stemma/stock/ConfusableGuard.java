package stemma.stock;

import stemma.identifiers.LotId;
import stemma.ledger.Birth;
import stemma.ledger.Candidate;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Guard;
import stemma.ledger.Status;
import stemma.lots.Lot;
import stemma.lots.Lots;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Knows which numbers of held or rejected lots look like those that come to be, so that nobody
 * takes one for the other: another hyphen, O for 0.
 */
final class ConfusableGuard implements Guard {
    private final Lots lots;
    private final Stock stock;

    ConfusableGuard(Lots lots, Stock stock) {
        this.lots = lots;
        this.stock = stock;
    }

    @Override
    public Judge open(Collection<Candidate> events, Instant now, Bench before) {
        Set<Lots.Named> numbers = new HashSet<>();
        for (Candidate candidate : events) {
            Event effect = candidate.effect();
            if (effect == null) continue;
            for (Birth birth : Facts.births(effect))
                numbers.add(
                        new Lots.Named(birth.passport().item(), birth.passport().number()));
        }
        List<Lot> alike = lots.newlyAlike(numbers);
        if (alike.isEmpty()) return new ConfusableBook(Map.of());
        Map<LotId, Status> statuses = lots.statuses(alike);
        HoldsOnLots holds = stock.holdsOn(alike);
        Map<String, List<Lot>> stopped = new HashMap<>();
        for (Lot lot : alike) {
            boolean isStopped =
                    statuses.get(lot.id()) == Status.REJECTED || !holds.on(lot).isEmpty();
            if (!isStopped) continue;
            String key = ConfusableBook.key(lot.item(), lot.number());
            stopped.computeIfAbsent(key, _ -> new ArrayList<>()).add(lot);
        }
        return new ConfusableBook(stopped);
    }
}
