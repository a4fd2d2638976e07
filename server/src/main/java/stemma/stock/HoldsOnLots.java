package stemma.stock;

import stemma.identifiers.ContainerCode;
import stemma.identifiers.EventId;
import stemma.identifiers.LotId;
import stemma.ledger.Place;
import stemma.ledger.Undo;
import stemma.lots.Lot;
import stemma.stock.store.StockTable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which holds reach which lots, wherever any of them stands. */
public record HoldsOnLots(Map<LotId, List<Hold>> byLot) {

    public List<Hold> on(Lot lot) {
        return byLot.getOrDefault(lot.id(), List.of());
    }

    static HoldsOnLots of(
            Collection<Lot> lots,
            List<Hold> holds,
            List<Mark> marks,
            List<Balance> balances,
            StockTable table) {
        Set<ContainerCode> containers = new TreeSet<>();
        Map<EventId, List<Balance>> byBirth = new HashMap<>();
        for (Balance balance : balances) {
            byBirth.computeIfAbsent(balance.lot().first().birth(), _ -> new ArrayList<>())
                    .add(balance);
            if (balance.place() instanceof Place.InContainer(var code)) containers.add(code);
        }
        Undo undo = new Undo();
        ContainerBook forest = new ContainerBook(table.containers(containers), undo);
        HoldBook book = new HoldBook(holds, marks, forest, undo);
        Map<LotId, List<Hold>> byLot = new HashMap<>();
        for (Lot lot : lots) {
            Set<Hold> reaching = new TreeSet<>(java.util.Comparator.comparing(Hold::code));
            reaching.addAll(book.reaching(lot, lot.span(), Place.Beyond.BEFORE_RECORDS));
            for (Balance balance : byBirth.getOrDefault(lot.id().birth(), List.of())) {
                if (balance.lot().overlaps(lot.span())) {
                    reaching.addAll(book.reaching(lot, balance.lot(), balance.place()));
                }
            }
            byLot.put(lot.id(), List.copyOf(reaching));
        }
        return new HoldsOnLots(byLot);
    }
}
