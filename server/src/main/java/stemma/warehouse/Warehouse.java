package stemma.warehouse;

import stemma.catalog.Catalog;
import stemma.identifiers.ContainerCode;
import stemma.identifiers.LotNumber;
import stemma.journal.WorldClock;
import stemma.ledger.Place;
import stemma.lots.Lots;
import stemma.stock.Container;
import stemma.stock.Stock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The entry to the warehouse. However much stock is read, the queries are a fixed few. */
public final class Warehouse {
    private static final List<StockQuery.State> WATCHED = List.of(
            StockQuery.State.EXPIRED,
            StockQuery.State.EXPIRING,
            StockQuery.State.RETEST,
            StockQuery.State.QUARANTINED,
            StockQuery.State.HELD,
            StockQuery.State.STOPPED);

    private final Stock stock;
    private final Shelves shelves;

    public Warehouse(Catalog catalog, Lots lots, Stock stock, WorldClock clock) {
        this.stock = stock;
        this.shelves = new Shelves(catalog, lots, stock, clock);
    }

    /** Returns a page of the stock that stands at places of ours. */
    public StockPage stock(StockQuery query) {
        return Sifting.page(shelves.all(), query);
    }

    /** Returns the container with all that is in it, if it is known; however it is spelled. */
    public Optional<ContainerTree> container(ContainerCode code) {
        List<Container> all = stock.containers(List.of(code));
        Container root = all.stream()
                .filter(c ->
                        LotNumber.normal(c.code().code()).equals(LotNumber.normal(code.code())))
                .findFirst()
                .orElse(null);
        if (root == null) return Optional.empty();
        Map<Place, List<StockLine>> inside = new HashMap<>();
        Place stands = stock.stands(root.code());
        for (StockLine line : shelves.lines(stock.standingIn(stock.within(root.code())))) {
            ContainerCode in = line.container();
            if (in == null) continue;
            inside.computeIfAbsent(new Place.InContainer(in), _ -> new ArrayList<>())
                    .add(line);
        }
        return Optional.of(ContainerTree.of(root, all, inside, stands));
    }

    /** Returns what waits for somebody, and why. */
    public WorkList workList() {
        List<StockLine> all = shelves.all();
        List<WorkList.Kind> kinds = new ArrayList<>();
        for (StockQuery.State state : WATCHED) {
            List<StockLine> of = all.stream()
                    .filter(line -> Sifting.isIn(line, state))
                    .sorted(urgency(state))
                    .toList();
            kinds.add(new WorkList.Kind(
                    state, of.size(), of.subList(0, Math.min(WorkList.SHOWN, of.size()))));
        }
        int free = (int) all.stream()
                .filter(line -> Sifting.isIn(line, StockQuery.State.FREE))
                .count();
        return new WorkList(kinds, transfers(all), all.size(), free);
    }

    private static List<WorkList.Transfer> transfers(List<StockLine> all) {
        Map<Place.InTransfer, List<StockLine>> byWay = new LinkedHashMap<>();
        for (StockLine line : all) {
            if (line.stands() instanceof Place.InTransfer way)
                byWay.computeIfAbsent(way, _ -> new ArrayList<>()).add(line);
        }
        return byWay.entrySet().stream()
                .map(entry -> new WorkList.Transfer(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Comparator<StockLine> urgency(StockQuery.State state) {
        Comparator<StockLine> byDate = Comparator.comparing(line -> {
            Long days = state == StockQuery.State.RETEST ? line.daysToRetest() : line.daysLeft();
            return days == null ? Long.MAX_VALUE : days;
        });
        return byDate.thenComparing(line -> line.lot().number());
    }
}
