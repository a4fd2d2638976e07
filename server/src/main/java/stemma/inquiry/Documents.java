package stemma.inquiry;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.LotNumber;
import stemma.ledger.Event;
import stemma.ledger.Recorded;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what a document's code names, from the events that bear it. */
final class Documents {
    private Documents() {}

    /** Returns one candidate for each kind of document that the code names. */
    static List<Candidate> candidates(String code, List<Recorded> events) {
        Map<Candidate.Kind, Recorded> first = new EnumMap<>(Candidate.Kind.class);
        for (Recorded recorded : events) {
            Event event = said(recorded.event());
            if (event == null) continue;
            for (Candidate.Kind kind : kinds(LotNumber.normal(code), event)) {
                first.putIfAbsent(kind, recorded);
            }
        }
        List<Candidate> found = new ArrayList<>();
        first.forEach((kind, recorded) -> found.add(candidate(
                kind,
                code,
                EventWords.of(recorded.event()),
                Optional.of(recorded.event().circumstances().occurredAt().from()))));
        return found;
    }

    static Candidate candidate(
            Candidate.Kind kind, String code, String about, Optional<Instant> at) {
        String address = switch (kind) {
            case SHIPMENT -> Subject.page("/shipments", code);
            case HOLD -> Subject.page("/holds", code);
            case CONTAINER -> Subject.page("/containers", code);
            case RECEIPT, RUN, ORDER, DOCUMENT -> Subject.page("/orders", code);
            case LOT, SUBLOT, SUPPLIERS_LOT, UNIT, ITEM, PARTNER, RESOURCE ->
                throw new IllegalArgumentException(kind + " is no document");
        };
        return new Candidate(kind, code, about, "", at, address);
    }

    private static @Nullable Event said(Event event) {
        return event instanceof Event.Corrected c ? c.replacement() : event;
    }

    private static List<Candidate.Kind> kinds(String normal, Event event) {
        List<Candidate.Kind> kinds = new ArrayList<>();
        switch (event) {
            case Event.Received e -> {
                add(kinds, Candidate.Kind.RECEIPT, normal, e.receipt());
                add(kinds, Candidate.Kind.ORDER, normal, e.order());
            }
            case Event.Consumed e -> {
                add(kinds, Candidate.Kind.RUN, normal, e.run().id());
                add(kinds, Candidate.Kind.ORDER, normal, e.run().order());
            }
            case Event.Produced e -> {
                add(kinds, Candidate.Kind.RUN, normal, e.run().id());
                add(kinds, Candidate.Kind.ORDER, normal, e.run().order());
            }
            case Event.Shipped e -> {
                add(kinds, Candidate.Kind.SHIPMENT, normal, e.shipment());
                add(kinds, Candidate.Kind.ORDER, normal, e.order());
            }
            case Event.Delivered e -> add(kinds, Candidate.Kind.SHIPMENT, normal, e.shipment());
            case Event.Returned e -> add(kinds, Candidate.Kind.DOCUMENT, normal, e.document());
            case Event.ReturnedToSupplier e ->
                add(kinds, Candidate.Kind.DOCUMENT, normal, e.document());
            case Event.Destroyed e -> add(kinds, Candidate.Kind.DOCUMENT, normal, e.document());
            case Event.Held e -> add(kinds, Candidate.Kind.HOLD, normal, e.hold());
            case Event.HoldLifted e -> add(kinds, Candidate.Kind.HOLD, normal, e.hold());
            case Event.Packed e -> add(kinds, Candidate.Kind.CONTAINER, normal, e.container());
            case Event.Unpacked e -> add(kinds, Candidate.Kind.CONTAINER, normal, e.container());
            case Event.Opened _,
                    Event.Moved _,
                    Event.Adjusted _,
                    Event.Split _,
                    Event.Merged _,
                    Event.Filled _,
                    Event.Drawn _,
                    Event.Emptied _,
                    Event.Cleaned _,
                    Event.Installed _,
                    Event.Removed _,
                    Event.Sampled _,
                    Event.Scrapped _,
                    Event.Judged _,
                    Event.Identified _,
                    Event.PassportChanged _,
                    Event.Corrected _ -> {}
        }
        return kinds;
    }

    private static void add(
            List<Candidate.Kind> kinds, Candidate.Kind kind, String normal, @Nullable Object code) {
        if (code != null && LotNumber.normal(code.toString()).equals(normal)) kinds.add(kind);
    }
}
