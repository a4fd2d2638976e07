package stemma.warehouse;

import stemma.access.Caller;
import stemma.access.Permission;
import stemma.catalog.Catalog;
import stemma.identifiers.ContainerCode;
import stemma.identifiers.LotNumber;
import stemma.identifiers.SiteCode;
import stemma.journal.WorldClock;
import stemma.ledger.Place;
import stemma.lots.Lots;
import stemma.stock.Container;
import stemma.stock.Places;
import stemma.stock.Stock;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

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
    private final Predicate<StockLine> seen;

    public Warehouse(Catalog catalog, Lots lots, Stock stock, WorldClock clock) {
        this(stock, new Shelves(catalog, lots, stock, clock), _ -> true);
    }

    private Warehouse(Stock stock, Shelves shelves, Predicate<StockLine> seen) {
        this.stock = stock;
        this.shelves = shelves;
        this.seen = seen;
    }

    /** Returns the warehouse as far as the caller may see it: what stands at sites of his. */
    public Warehouse seenBy(Caller caller) {
        if (caller.grants().mayEverywhere(Permission.SEE_RECORD)) return this;
        return new Warehouse(stock, shelves, line -> {
            SiteCode site = Places.site(line.stands()).orElse(line.lot().lot().site());
            return caller.may(Permission.SEE_RECORD, site);
        });
    }

    /** Returns everything that stands at places of ours. */
    public List<StockLine> lines() {
        return shelves.all().stream().filter(seen).toList();
    }

    /** Returns what stands at places of ours of the lots with these inner keys. */
    public List<StockLine> lines(Collection<Long> keys) {
        return shelves.lines(stock.standingOf(keys)).stream().filter(seen).toList();
    }

    /** Returns a page of the stock that stands at places of ours. */
    public StockPage stock(StockQuery query) {
        return Sifting.page(lines(), query);
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
        List<StockLine> all = lines();
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
