package stemma.documents;

import stemma.documents.DocumentEntry.Part;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotId;
import stemma.identifiers.RunId;
import stemma.identifiers.ShipmentCode;
import stemma.ledger.Birth;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Input;
import stemma.ledger.Line;
import stemma.ledger.Movement;
import stemma.ledger.Place;
import stemma.ledger.Run;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What each kind of event says of which documents. */
public final class DocumentEntries {
    private DocumentEntries() {}

    /** Returns what the event says, none where it bears on no document. */
    public static List<DocumentEntry> of(Event event) {
        return switch (event) {
            case Event.Received e -> List.of(received(e));
            case Event.Opened e ->
                List.of(tells(DocumentKind.OPENING, e.id().toString(), "", e)
                        .bearing(items(e.lots())));
            case Event.ReturnedToSupplier e -> List.of(sentBack(e));
            case Event.Consumed e ->
                ofRun(
                        e,
                        run(e.run(), e)
                                .naming(e.inputs().stream().map(i -> i.lot().first())),
                        e.inputs().stream().map(Input::from));
            case Event.Produced e ->
                ofRun(
                        e,
                        run(e.run(), e).bearing(items(e.outputs())),
                        e.outputs().stream().map(Birth::to));
            case Event.Shipped e -> List.of(shipped(e));
            case Event.Delivered e -> List.of(delivered(e));
            case Event.Returned e -> List.of(returned(e));
            case Event.Moved _,
                    Event.Adjusted _,
                    Event.Sampled _,
                    Event.Scrapped _,
                    Event.Destroyed _ -> befalls(event);
            case Event.Split _,
                    Event.Merged _,
                    Event.Filled _,
                    Event.Drawn _,
                    Event.Emptied _,
                    Event.Cleaned _,
                    Event.Packed _,
                    Event.Unpacked _,
                    Event.Installed _,
                    Event.Removed _,
                    Event.Judged _,
                    Event.Held _,
                    Event.HoldLifted _,
                    Event.Identified _,
                    Event.PassportChanged _,
                    Event.Corrected _ -> List.of();
        };
    }

    private static DocumentEntry received(Event.Received e) {
        return tells(DocumentKind.RECEIPT, e.receipt().code(), e.supplier().code(), e)
                .on(e.order())
                .bearing(items(e.lots()));
    }

    private static DocumentEntry sentBack(Event.ReturnedToSupplier e) {
        String code = e.document().code();
        return tells(DocumentKind.RETURN_TO_SUPPLIER, code, e.supplier().code(), e)
                .naming(lots(e.lines()));
    }

    private static DocumentEntry shipped(Event.Shipped e) {
        return tells(DocumentKind.SHIPMENT, e.shipment().code(), e.consignee().code(), e)
                .on(e.order())
                .naming(lots(e.lines()));
    }

    private static DocumentEntry delivered(Event.Delivered e) {
        String code = e.shipment().code();
        return DocumentEntry.of(
                DocumentKind.SHIPMENT, Part.FOLLOWS, code, e.consignee().code(), e);
    }

    private static DocumentEntry returned(Event.Returned e) {
        return tells(DocumentKind.RETURN, e.document().code(), e.customer().code(), e)
                .bearing(e.lines().stream().map(l -> l.as().passport().item()))
                .naming(e.lines().stream().map(l -> l.of().first()));
    }

    private static Stream<ItemCode> items(List<Birth> births) {
        return births.stream().map(birth -> birth.passport().item());
    }

    private static Stream<LotId> lots(List<Line> lines) {
        return lines.stream().map(line -> line.lot().first());
    }

    private static DocumentEntry tells(DocumentKind kind, String code, String with, Event event) {
        return DocumentEntry.of(kind, Part.TELLS, code, with, event);
    }

    private static DocumentEntry run(Run run, Event event) {
        String line = run.line() == null ? "" : run.line().code();
        return tells(DocumentKind.RUN, run.id().code(), line, event).on(run.order());
    }

    /** What a run takes straight from another, or gives to it, befalls the other. */
    private static List<DocumentEntry> ofRun(
            Event event, DocumentEntry own, Stream<Place> elsewhere) {
        if (elsewhere.noneMatch(Place.InRun.class::isInstance)) return List.of(own);
        return Stream.concat(
                        Stream.of(own),
                        befalls(event).stream().filter(e -> !e.key().equals(own.key())))
                .toList();
    }

    /** Goods that left a run, or the road, otherwise than by what the document says. */
    private static List<DocumentEntry> befalls(Event event) {
        Set<RunId> runs = new LinkedHashSet<>();
        Set<ShipmentCode> roads = new LinkedHashSet<>();
        for (Movement movement : Facts.movements(event)) {
            for (Place place : List.of(movement.from(), movement.to())) {
                if (place instanceof Place.InRun(RunId run)) runs.add(run);
                if (place instanceof Place.InTransit(ShipmentCode road)) roads.add(road);
            }
        }
        return Stream.concat(
                        runs.stream().map(run -> befalls(DocumentKind.RUN, run.code(), event)),
                        roads.stream()
                                .map(road -> befalls(DocumentKind.SHIPMENT, road.code(), event)))
                .toList();
    }

    private static DocumentEntry befalls(DocumentKind kind, String code, Event event) {
        return DocumentEntry.of(kind, Part.BEFALLS, code, "", event);
    }
}
