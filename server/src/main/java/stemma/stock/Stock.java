package stemma.stock;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.database.Select;
import stemma.identifiers.ContainerCode;
import stemma.identifiers.EventId;
import stemma.identifiers.HoldCode;
import stemma.identifiers.Portion;
import stemma.identifiers.ShipmentCode;
import stemma.journal.Invariant;
import stemma.journal.Knowledge;
import stemma.ledger.Guard;
import stemma.ledger.Place;
import stemma.ledger.Projection;
import stemma.ledger.Undo;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.quantity.Quantity;
import stemma.stock.store.BalancesAreSums;
import stemma.stock.store.BuiltTable;
import stemma.stock.store.ContainerTable;
import stemma.stock.store.ContainersAreAForest;
import stemma.stock.store.FlowTable;
import stemma.stock.store.PassageTable;
import stemma.stock.store.PlaceTable;
import stemma.stock.store.ReservationTable;
import stemma.stock.store.SiteRows;
import stemma.stock.store.StandingTable;
import stemma.stock.store.StockProjection;
import stemma.stock.store.StockTable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Says where everything is and what is held. All reads are set-wise. */
public final class Stock {
    private final JdbcClient database;
    private final Lots lots;
    private final StockTable table;
    private final PlaceTable places;
    private final FlowTable flows;
    private final ContainerTable containers;
    private final ReservationTable reservations;
    private final HeldLots held;

    public Stock(JdbcClient database, Lots lots) {
        this.database = database;
        this.lots = lots;
        this.table = new StockTable(database);
        this.places = new PlaceTable(database, lots);
        this.flows = new FlowTable(database);
        this.containers = new ContainerTable(database);
        this.reservations = new ReservationTable(database);
        this.held = new HeldLots(database, lots);
    }

    /** Returns the rules about what may be taken. */
    public Guard guard() {
        return new StockGuard(lots, table, new BuiltTable(database), reservations);
    }

    /** Returns the rule that no new number is taken for a stopped one. */
    public Guard numbers() {
        return new ConfusableGuard(lots, this);
    }

    /** Returns what keeps the tables of this room. */
    public Projection projection() {
        return new ReservationKeeping(
                lots,
                table,
                reservations,
                new StockProjection(database, lots, table, this::holdsOn));
    }

    /** Returns what must always be true of the tables of this room. */
    public List<Invariant> invariants() {
        return List.of(new BalancesAreSums(database, lots), new ContainersAreAForest(database));
    }

    /** Returns what tells at which sites lots are and were. */
    public LotSites sites() {
        return new LotSites(new SiteRows(database), table);
    }

    /** Returns where these lots are, all places that have or miss any; ordered by lot and place. */
    public List<Balance> balances(Collection<Lot> of) {
        return table.balances(of);
    }

    /** Asks for the same of lots by our inner keys, which are known when it is answered. */
    public static Select<Balance> ask(Collection<Long> lots, Map<Long, Lot> byKey) {
        return StockTable.askBalances(lots, byKey);
    }

    /**
     * Returns how much of these lots was where by what was known, sources as negative amounts; the
     * units of a block are counted, not told apart.
     */
    public List<Balance> balances(Collection<Lot> of, Knowledge known) {
        return flows.balances(of, known);
    }

    /** Returns what of these lots went on the road and arrived from it, by what was known. */
    public List<Flow> roads(Collection<Lot> of, Knowledge known) {
        return flows.roads(of, known);
    }

    /** Asks for the same. */
    public static Select<Flow> askRoads(Collection<Lot> of, Knowledge known) {
        return FlowTable.askRoads(of, known);
    }

    /** Returns what of the lots was lost, sampled or scrapped in a run, by what is known. */
    public List<Flow> lostInRuns(Collection<Lot> of, Knowledge known) {
        return flows.lostInRuns(of, known);
    }

    /** Returns what stands of the movements under these entries of the journal. */
    public List<Turnover> turnoverUnder(Collection<Long> seqs) {
        if (seqs.isEmpty()) return List.of();
        List<FlowTable.Sum> sums = flows.under(seqs);
        Set<Long> keys = new TreeSet<>();
        sums.forEach(sum -> keys.add(sum.lot()));
        Map<Long, Lot> known = lots.byKey(keys);
        List<Turnover> moved = new ArrayList<>(sums.size());
        for (FlowTable.Sum sum : sums) {
            Lot lot = Objects.requireNonNull(known.get(sum.lot()));
            Quantity quantity = new Quantity(sum.quantity(), lot.unit());
            moved.add(new Turnover(sum.seq(), lot, quantity, sum.from(), sum.to()));
        }
        return moved;
    }

    /** Returns everything that is under way to a customer now; ordered by lot and place. */
    public List<Balance> onTheRoad() {
        return places.onTheRoad();
    }

    /** Returns everything that is at a place. */
    public List<Balance> at(Place place) {
        return places.at(List.of(place));
    }

    /** Returns all that stands at places of ours, by lot and place. */
    public List<Standing> standing() {
        return standing(new StandingTable(database).ours());
    }

    /** Returns what stands at places of ours of the lots with these inner keys. */
    public List<Standing> standingOf(Collection<Long> keys) {
        return keys.isEmpty() ? List.of() : standing(new StandingTable(database).ours(keys));
    }

    /** Returns all that stands at these places, by lot and place. */
    public List<Standing> standingIn(Collection<Place> places) {
        return standing(new StandingTable(database).at(places));
    }

    private List<Standing> standing(List<StandingTable.Row> rows) {
        Map<Long, Lot> known =
                lots.byKey(rows.stream().map(StandingTable.Row::lot).toList());
        Set<ContainerCode> codes = new TreeSet<>();
        for (StandingTable.Row row : rows)
            if (row.place() instanceof Place.InContainer(var code)) codes.add(code);
        ContainerBook forest = new ContainerBook(containers(codes), new Undo());
        List<Standing> standing = new ArrayList<>();
        for (StandingTable.Row row : rows) {
            Lot lot = known.get(row.lot());
            if (lot == null) continue;
            standing.add(new Standing(
                    lot,
                    row.place(),
                    forest.standing(row.place()),
                    new Quantity(row.amount(), lot.unit()),
                    row.catchWeight()));
        }
        return standing;
    }

    /** Returns the seq of the latest movement that is recorded. */
    public long lastPassage() {
        return new PassageTable(database).last();
    }

    /**
     * Returns the movements of lots from or to a place that stand and were recorded after a seq.
     */
    public List<Passage> passages(Collection<Lot> of, Place place, long after) {
        return new PassageTable(database).since(of, place, after);
    }

    /** Returns these containers, all that are in them, and all that they are in. */
    public List<Container> containers(Collection<ContainerCode> codes) {
        return table.containers(codes);
    }

    /** Returns where a container stands: the place of the outermost one around it. */
    public Place stands(ContainerCode code) {
        return new ContainerBook(containers(List.of(code)), new Undo())
                .standing(new Place.InContainer(code));
    }

    /** Returns where each of the containers stands, by the place that is its inside. */
    public Map<Place, Place> standing(Collection<ContainerCode> codes) {
        if (codes.isEmpty()) return Map.of();
        ContainerBook book = new ContainerBook(containers(codes), new Undo());
        Map<Place, Place> standing = new HashMap<>();
        for (ContainerCode code : codes) {
            Place inside = new Place.InContainer(code);
            standing.put(inside, book.standing(inside));
        }
        return standing;
    }

    /** Returns everything that is at any of the places. */
    public List<Balance> at(Collection<Place> places) {
        return this.places.at(places);
    }

    /** Returns the inside of a container and of all containers within it, as places. */
    public List<Place> within(ContainerCode container) {
        return containers.within(container);
    }

    /** Returns a place and the inside of all containers that stand there. */
    public List<Place> standingAt(Place place) {
        return containers.standingAt(place);
    }

    /** Returns the holds in force, by code. */
    public List<Hold> holds() {
        return table.holds();
    }

    /** Asks for the same. */
    public static Select<Hold> askHolds() {
        return StockTable.askHolds();
    }

    /** Returns the hold with that code, in force or lifted. */
    public Optional<Hold> hold(HoldCode code) {
        return table.hold(code);
    }

    /** Returns what holds have marked. */
    public HeldLots held() {
        return held;
    }

    /** Returns all that is kept for any order at the moment. */
    public List<Reservation> kept(Instant now) {
        return reservations.allInForce(now);
    }

    /** Returns the marks of holds in force on these lots. */
    public List<Mark> marks(Collection<Lot> on) {
        return table.marks(on);
    }

    /** Returns the holds in force that reach each of these lots, wherever it stands. */
    public HoldsOnLots holdsOn(Collection<Lot> on) {
        List<Hold> holds = table.holds();
        return holds.isEmpty()
                ? new HoldsOnLots(Map.of())
                : HoldsOnLots.of(on, holds, table.marks(on), table.balances(on), table);
    }

    /** Returns the same, where all balances of these lots have been read already. */
    public HoldsOnLots holdsOn(Collection<Lot> on, List<Balance> balances) {
        return holdsOn(on, balances, table.holds());
    }

    /** Returns the same, where the holds in force have been read too. */
    public HoldsOnLots holdsOn(Collection<Lot> on, List<Balance> balances, List<Hold> holds) {
        return holds.isEmpty()
                ? new HoldsOnLots(Map.of())
                : HoldsOnLots.of(on, holds, table.marks(on), balances, table);
    }

    /** Returns those of the balances that are of the lots. */
    public static List<Balance> of(Collection<Lot> lots, List<Balance> balances) {
        Map<EventId, List<Lot>> byBirth = new HashMap<>();
        for (Lot lot : lots)
            byBirth.computeIfAbsent(lot.id().birth(), _ -> new ArrayList<>(1)).add(lot);
        List<Balance> of = new ArrayList<>();
        for (Balance balance : balances) {
            Portion units = balance.lot();
            List<Lot> born = byBirth.getOrDefault(units.first().birth(), List.of());
            if (born.stream().anyMatch(lot -> lot.span().overlaps(units))) of.add(balance);
        }
        return of;
    }

    /** Returns the shipment with that code, if it stands. */
    public Optional<Shipment> shipment(ShipmentCode code) {
        return shipments(List.of(code)).stream().findFirst();
    }

    /** Returns the shipments with these codes that stand. */
    public List<Shipment> shipments(Collection<ShipmentCode> codes) {
        return askShipments(codes).from(database);
    }

    /** Asks for the same. */
    public static Select<Shipment> askShipments(Collection<ShipmentCode> codes) {
        return StockTable.askShipments(codes);
    }

    /** Returns the shipments for a sales order. */
    public List<Shipment> shipmentsFor(stemma.identifiers.OrderCode order) {
        return table.shipmentsFor(order);
    }

    /** Returns the container, if it is known. */
    public Optional<Container> container(ContainerCode code) {
        return table.containers(List.of(code)).stream()
                .filter(c -> c.code().equals(code))
                .findFirst();
    }

    /**
     * Adds marks of a hold; those that are there stay. Returns how many are new. In the caller's
     * transaction.
     */
    public int mark(HoldCode hold, Collection<Marked> lots) {
        int fresh = table.mark(hold, lots);
        ReservationKeeping.breakMarked(hold, table, reservations, this.lots);
        return fresh;
    }

    /** Returns everything that carries the mark of a hold. */
    public List<Marked> marked(HoldCode hold) {
        return table.marked(hold);
    }

    /** Leaves a hold these marks and no others. In the caller's transaction. */
    public void markOnly(HoldCode hold, Collection<Marked> lots) {
        table.unmarkBut(hold, lots);
        table.mark(hold, lots);
        ReservationKeeping.breakMarked(hold, table, reservations, this.lots);
    }

    /** Notes whether every descendant of a hold carries its mark. In the caller's transaction. */
    public void spread(HoldCode hold, Hold.Spread spread) {
        table.spread(hold, spread);
    }

    /** Returns where the units or the lot stand, in pieces. */
    public List<Balance> of(Lot lot, Portion portion) {
        return table.balances(List.of(lot)).stream()
                .filter(b -> b.lot().overlaps(portion))
                .toList();
    }
}
