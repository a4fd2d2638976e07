package stemma.inquiry;

import stemma.identifiers.ContainerCode;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.OrderCode;
import stemma.journal.Knowledge;
import stemma.journal.SealedSize;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Ledger;
import stemma.ledger.Movement;
import stemma.ledger.Place;
import stemma.ledger.Recorded;
import stemma.lots.Lot;
import stemma.quantity.Quantity;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.stock.Container;
import stemma.stock.Shipment;
import stemma.stock.Standing;
import stemma.stock.Stock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Answers by the number of a document: order, run, receipt, container. */
public final class Documentation {
    private static final Insight NOW = new Insight(
            Optional.empty(), new Knowledge(0, Long.MAX_VALUE, new long[0]), new SealedSize(0, 0));
    private final Gathering.Rooms rooms;
    private final Stock stock;
    private final Ledger ledger;
    private final Telling telling;

    Documentation(Gathering.Rooms rooms, Ledger ledger, Telling telling) {
        this.rooms = rooms;
        this.stock = rooms.stock();
        this.ledger = ledger;
        this.telling = telling;
    }

    /** Returns an order, run, receipt or other document; refused with {@code document_unknown}. */
    public DocumentCard document(String code) {
        List<Recorded> events = ledger.history().ofDocument(code);
        if (events.isEmpty()) throw unknown("document", code);
        return card(code, events, stock.shipmentsFor(new OrderCode(code)));
    }

    /** Returns a container with its content; refused with {@code container_unknown}. */
    public ContainerCard container(ContainerCode code) {
        Container container =
                stock.container(code).orElseThrow(() -> unknown("container", code.code()));
        var nesting = new ContainerCard.Nesting(stock.containers(List.of(container.code())));
        List<Standing> content = stock.standingIn(stock.within(container.code()));
        Gathering gathering =
                gather(content.stream().map(Standing::lot).distinct().toList());
        content.forEach(some -> nesting.put(
                some.place(),
                new ContainerCard.Entry(gathering.line(some.lot().id()), some.quantity())));
        Place place = container.place();
        String words = container.parent() != null
                ? "inside container " + container.parent()
                : place == null ? "nowhere known" : names(List.of(place)).place(place);
        return new ContainerCard(
                nesting.of(container),
                words,
                telling.tell(ledger.history().ofDocument(code.code()), List.of()));
    }

    private Names names(List<Place> places) {
        return Names.of(rooms.catalog(), List.of(), List.of(), places);
    }

    private Gathering gather(java.util.Collection<Lot> of) {
        return new Gathering(rooms, of, NOW, Instant.EPOCH);
    }

    private DocumentCard card(String code, List<Recorded> events, List<Shipment> shipments) {
        List<Past> told = telling.tell(events, List.of());
        List<Movement> movements = new ArrayList<>();
        for (Past past : told) {
            Event effect = past.recorded().effect();
            if (!past.isSuperseded() && effect != null) movements.addAll(Facts.movements(effect));
        }
        Set<LotId> ids = new LinkedHashSet<>();
        movements.forEach(movement -> ids.add(movement.lot().first()));
        Gathering gathering = gather(rooms.lots().lots(ids).values());
        List<Place> ends = new ArrayList<>();
        movements.forEach(movement -> ends.addAll(List.of(movement.from(), movement.to())));
        Names names = names(ends);
        Set<String> wanted = new LinkedHashSet<>();
        shipments.forEach(s -> wanted.add(LotNumber.normal(s.code().code())));
        List<Road> roads = Roads.of(gathering, List.of()).stream()
                .filter(r ->
                        wanted.contains(LotNumber.normal(r.shipment().code().code())))
                .toList();
        return new DocumentCard(
                code,
                Documents.candidates(code, events).stream()
                        .map(c -> c.kind().word())
                        .toList(),
                events.stream()
                        .map(e -> e.event().circumstances().occurredAt().from())
                        .min(Instant::compareTo),
                entries(movements, gathering, names, Way.IN),
                entries(movements, gathering, names, Way.OUT),
                roads,
                told);
    }

    /** Whether material went into the doing that a document stands for, or came out of it. */
    private enum Way {
        IN,
        OUT
    }

    private static List<DocumentCard.Entry> entries(
            List<Movement> movements, Gathering gathering, Names names, Way way) {
        Map<String, DocumentCard.Entry> entries = new LinkedHashMap<>();
        for (Movement movement : movements) {
            if (way(movement) != way) continue;
            Place end = way == Way.IN ? movement.from() : movement.to();
            LotLine line = gathering.line(movement.lot().first());
            Quantity quantity = movement.quantity();
            entries.merge(
                    line.lot().id() + " " + end,
                    new DocumentCard.Entry(line, quantity, names.place(end)),
                    (a, b) -> new DocumentCard.Entry(
                            a.lot(), a.quantity().plus(b.quantity()), a.place()));
        }
        return List.copyOf(entries.values());
    }

    private static Way way(Movement movement) {
        return switch (movement.to()) {
            case Place.InRun _, Place.InVessel _, Place.InContainer _, Place.InUnit _ -> Way.IN;
            case Place.At _,
                    Place.OfSupplier _,
                    Place.OfCustomer _,
                    Place.InCustody _,
                    Place.InTransit _,
                    Place.InTransfer _,
                    Place.Beyond _ -> Way.OUT;
        };
    }

    private static Refused unknown(String what, String code) {
        return new Refused(Problem.of(
                        what + "_unknown", 404, "There is no " + what + " " + code + ".")
                .notRecording("")
                .advising("Type the number into the box above: it also finds what looks like it.")
                .with(what, code));
    }
}
