package stemma.stock;

import static java.util.Objects.requireNonNull;

import stemma.catalog.Catalog;
import stemma.catalog.Item;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotId;
import stemma.journal.WorldClock;
import stemma.ledger.Entered;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Ledger;
import stemma.ledger.Movement;
import stemma.ledger.Recorded;
import stemma.ledger.Status;
import stemma.lots.Lot;
import stemma.lots.Lots;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads what events moved, with the lots as they are now; the number of queries does not grow with
 * the events.
 */
public final class Handlings {
    private final Catalog catalog;
    private final Lots lots;
    private final Stock stock;
    private final Ledger ledger;
    private final WorldClock clock;

    public Handlings(Catalog catalog, Lots lots, Stock stock, Ledger ledger, WorldClock clock) {
        this.catalog = catalog;
        this.lots = lots;
        this.stock = stock;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Events as entered, and what those that stand moved, both by seq. */
    public record Read(Map<Long, Entered> entered, Map<Long, List<Handled>> lines) {
        /** Returns the event with the seq. */
        public Entered entry(long seq) {
            return requireNonNull(entered.get(seq));
        }

        /** Returns what those of the events that stand moved. */
        public List<Handled> lines(Collection<Entered> of) {
            return of.stream()
                    .flatMap(
                            entry -> lines.getOrDefault(entry.recorded().seq(), List.of()).stream())
                    .toList();
        }
    }

    /** Reads events by their seqs. */
    public Read read(Collection<Long> seqs) {
        Map<Long, Entered> entered = new LinkedHashMap<>();
        for (Entered entry : Entered.of(ledger.history(), ledger.events(seqs))) {
            entered.put(entry.recorded().seq(), entry);
        }
        List<Recorded> standing = entered.values().stream()
                .filter(Entered::stands)
                .map(Entered::recorded)
                .toList();
        return new Read(entered, of(standing));
    }

    /** Returns the movements of what takes effect under each event, by its seq. */
    private Map<Long, List<Handled>> of(Collection<Recorded> standing) {
        Map<Long, List<Movement>> moved = new HashMap<>();
        Set<LotId> ids = new HashSet<>();
        for (Recorded recorded : standing) {
            Event effect = recorded.effect();
            List<Movement> movements = effect == null ? List.of() : Facts.movements(effect);
            moved.put(recorded.seq(), movements);
            movements.forEach(movement -> ids.add(movement.lot().first()));
        }
        Map<LotId, Lot> known = lots.lotsEvenVoided(ids);
        Map<LotId, LotNow> now = now(known.values());
        Map<Long, List<Handled>> handled = new HashMap<>();
        for (Recorded recorded : standing) {
            List<Handled> lines = new ArrayList<>();
            for (Movement movement : requireNonNull(moved.get(recorded.seq()))) {
                Lot lot = requireNonNull(known.get(movement.lot().first()));
                lines.add(new Handled(requireNonNull(now.get(lot.id())), movement, recorded));
            }
            handled.put(recorded.seq(), lines);
        }
        return handled;
    }

    /** Returns each of the lots as it stands now, by its id. */
    public Map<LotId, LotNow> now(Collection<Lot> found) {
        Set<Lot> distinct = new LinkedHashSet<>(found);
        Set<ItemCode> codes = new HashSet<>();
        distinct.forEach(lot -> codes.add(lot.item()));
        Map<ItemCode, Item> items = catalog.items(codes);
        Map<LotId, Status> statuses = lots.statuses(distinct);
        HoldsOnLots holds = stock.holdsOn(distinct);
        LocalDate today = clock.now().atZone(ZoneOffset.UTC).toLocalDate();
        Map<LotId, LotNow> now = new HashMap<>();
        for (Lot lot : distinct) {
            Item item = items.get(lot.item());
            var expiry = lot.passport().expiry();
            now.put(
                    lot.id(),
                    new LotNow(
                            lot,
                            item == null ? lot.item().code() : item.name(),
                            requireNonNull(statuses.get(lot.id())),
                            holds.on(lot),
                            expiry != null && expiry.lastDay().isBefore(today)));
        }
        return now;
    }
}
