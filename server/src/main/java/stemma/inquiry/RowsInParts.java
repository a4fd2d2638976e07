package stemma.inquiry;

import stemma.genealogy.Departures;
import stemma.genealogy.Span;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.identifiers.ShipmentCode;
import stemma.intake.Sight;
import stemma.ledger.Place;
import stemma.lots.Lot;
import stemma.quantity.Quantity;
import stemma.stock.Shipment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The rows of a board whose numbers are known, read for so many lots or shipments at once, in the
 * order in which they are told. What is recorded meanwhile is seen by the parts read after it.
 */
final class RowsInParts implements BoardRows {
    private final Gathering.Rooms rooms;
    private final Exposed exposed;
    private final Sight sight;
    private final int lotsAtOnce;
    private final List<Span> units;

    RowsInParts(Gathering.Rooms rooms, Exposed exposed, Sight sight, int lotsAtOnce) {
        this.rooms = rooms;
        this.exposed = exposed;
        this.sight = sight;
        this.lotsAtOnce = lotsAtOnce;
        this.units = exposed.extent().units();
    }

    @Override
    public Exposure exposure() {
        return exposed.exposure();
    }

    @Override
    public boolean isAtHand() {
        return false;
    }

    @Override
    public Stream<Where> where(Predicate<Exposure.Part> of) {
        return chunks(of).flatMap(chunk -> read(chunk).where(chunk.part(), chunk.exchanged()));
    }

    @Override
    public Stream<LotLine> lots(Predicate<Exposure.Part> of) {
        return chunks(of)
                .map(this::read)
                .flatMap(read -> read.gathering.lots.stream().map(read.gathering::line));
    }

    /** Units of some lots of a part, from one to another by where they stand in the extent. */
    private record Chunk(
            Exposure.Part part, Map<Place, Quantity> exchanged, int[] units, int from, int to) {}

    /** The chunks stand in a list: who goes through a stream holds all of one of its sources. */
    private Stream<Chunk> chunks(Predicate<Exposure.Part> of) {
        List<Chunk> chunks = new ArrayList<>();
        for (Exposure.Part part : exposure().parts())
            if (of.test(part)) add(chunks, part, exposed.unitsOf(part));
        return chunks.stream();
    }

    /** All units of a lot are in the same part: they stand together. */
    private void add(List<Chunk> chunks, Exposure.Part part, int[] of) {
        Map<Place, Quantity> exchanged = exposed.exchanged(part);
        int from = 0;
        int lots = 0;
        for (int i = 1; i < of.length; i++) {
            boolean isNext = units.get(of[i]).lot() != units.get(of[i - 1]).lot();
            if (!isNext || ++lots % lotsAtOnce != 0) continue;
            chunks.add(new Chunk(part, exchanged, of, from, i));
            from = i;
        }
        if (of.length > 0) chunks.add(new Chunk(part, exchanged, of, from, of.length));
    }

    private Read read(Chunk chunk) {
        Map<Long, List<Span>> spans = new LinkedHashMap<>();
        for (int i = chunk.from(); i < chunk.to(); i++) {
            Span span = units.get(chunk.units()[i]);
            spans.computeIfAbsent(span.lot(), _ -> new ArrayList<>()).add(span);
        }
        return new Read(spans);
    }

    /** Some lots with the units of them that are reached. */
    private final class Read {
        private final Map<LotId, List<Portion>> reached = new HashMap<>();
        private final Gathering gathering;

        Read(Map<Long, List<Span>> spans) {
            Map<Long, Lot> found = rooms.lots().byKey(spans.keySet());
            List<Lot> lots = new ArrayList<>(spans.size());
            spans.forEach((key, of) -> {
                Lot lot = Objects.requireNonNull(found.get(key));
                lots.add(lot);
                reached.put(
                        lot.id(), of.stream().map(span -> portion(lot, span)).toList());
            });
            gathering =
                    new Gathering(rooms, lots, exposure().insight(), exposure().at());
        }

        Stream<Where> where(Exposure.Part part, Map<Place, Quantity> exchanged) {
            RunsSeen runs = new RunsSeen(
                    exposed.extent().sameMaterial(), exposed.extent().open());
            List<Where> rows = new Accounts(gathering, runs, reached)
                    .of(part.tally().unit(), gathering.lots, exchanged)
                    .rows();
            return Where.seen(rows, sight.unseen(Where.places(rows))).stream();
        }

        List<Portion> portions() {
            return reached.values().stream().flatMap(List::stream).toList();
        }
    }

    private static Portion portion(Lot lot, Span span) {
        return new Portion(
                new LotId(lot.id().birth(), span.first()), span.last() - span.first() + 1);
    }

    @Override
    public Stream<Road> roads() {
        Departures left = exposed.extent().departures();
        LotsOfShipments lots = new LotsOfShipments(left);
        List<Integer> order = inOrder(left.shipments());
        return IntStream.iterate(0, from -> from < order.size(), from -> from + lotsAtOnce)
                .boxed()
                .flatMap(from ->
                        roads(order.subList(from, Math.min(from + lotsAtOnce, order.size())), lots)
                                .stream());
    }

    private List<Road> roads(List<Integer> shipments, LotsOfShipments lots) {
        Set<ShipmentCode> codes = new HashSet<>();
        Map<Long, List<Span>> spans = new TreeMap<>();
        for (int shipment : shipments) {
            codes.add(shipment(shipment).code());
            lots.each(shipment, lot -> spans.computeIfAbsent(lot, this::spans));
        }
        Read read = new Read(spans);
        return Roads.of(read.gathering, read.portions()).stream()
                .filter(road -> codes.contains(road.shipment().code()))
                .toList();
    }

    private List<Span> spans(long lot) {
        int at = -1
                - Collections.binarySearch(
                        units, new Span(lot, Integer.MIN_VALUE, Integer.MIN_VALUE));
        List<Span> of = new ArrayList<>();
        for (; at < units.size() && units.get(at).lot() == lot; at++) of.add(units.get(at));
        return of;
    }

    private Shipment shipment(int number) {
        String normal = exposed.extent().departures().shipments().get(number).code();
        return Objects.requireNonNull(exposed.shipments().get(normal));
    }

    /** Returns the numbers of the shipments that stand, in the order in which they are told. */
    private List<Integer> inOrder(List<ShipmentCode> of) {
        Set<ShipmentCode> onTheRoad = new HashSet<>();
        exposure().onTheRoad().forEach(truck -> onTheRoad.add(truck.shipment().code()));
        return IntStream.range(0, of.size())
                .filter(i -> exposed.shipments().containsKey(of.get(i).code()))
                .boxed()
                .sorted(Comparator.comparing(
                                (Integer i) -> !onTheRoad.contains(shipment(i).code()))
                        .thenComparing(i -> shipment(i).shippedAt(), Comparator.reverseOrder())
                        .thenComparing(i -> shipment(i).code()))
                .toList();
    }
}
