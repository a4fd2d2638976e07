package stemma.inquiry;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.LotNumber;
import stemma.ledger.Event;
import stemma.ledger.Recorded;
import stemma.stock.Hold;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what a document's code names, from the events that bear it. */
final class Documents {
    private Documents() {}

    /** What a code names, and where its page is. */
    private record Named(Candidate.Kind kind, String path) {}

    /** Returns one candidate for each kind of document that the code names. */
    static List<Candidate> candidates(String code, List<Recorded> events) {
        Map<Named, Recorded> first = new LinkedHashMap<>();
        for (Recorded recorded : events) {
            Event event = said(recorded.event());
            if (event == null) continue;
            for (Named named : named(LotNumber.normal(code), event)) {
                first.putIfAbsent(named, recorded);
            }
        }
        List<Candidate> found = new ArrayList<>();
        first.forEach((named, recorded) -> found.add(new Candidate(
                named.kind(),
                code,
                EventWords.of(recorded.event()),
                "",
                Optional.of(recorded.event().circumstances().occurredAt().from()),
                Subject.page(named.path(), code))));
        found.sort(Comparator.comparing(Candidate::kind));
        return found;
    }

    /** Returns a code that looks like what was asked; its page shows all that bears it. */
    static Candidate near(String code) {
        return new Candidate(
                Candidate.Kind.DOCUMENT,
                code,
                "begins alike",
                "",
                Optional.empty(),
                Subject.page("/orders", code));
    }

    static Candidate container(String code) {
        return new Candidate(
                Candidate.Kind.CONTAINER,
                code,
                "",
                "",
                Optional.empty(),
                Subject.page("/containers", code));
    }

    static Candidate hold(Hold hold, String code) {
        return new Candidate(
                Candidate.Kind.HOLD,
                code,
                hold.reason(),
                "",
                Optional.of(hold.since()),
                Subject.page("/holds", code));
    }

    private static @Nullable Event said(Event event) {
        return event instanceof Event.Corrected c ? c.replacement() : event;
    }

    private static List<Named> named(String normal, Event event) {
        List<Named> named = new ArrayList<>();
        switch (event) {
            case Event.Received e -> {
                add(named, Candidate.Kind.RECEIPT, "/receipts", normal, e.receipt());
                add(named, Candidate.Kind.ORDER, "/purchase-orders", normal, e.order());
            }
            case Event.Consumed e -> {
                add(named, Candidate.Kind.RUN, "/runs", normal, e.run().id());
                add(named, Candidate.Kind.ORDER, "/work-orders", normal, e.run().order());
            }
            case Event.Produced e -> {
                add(named, Candidate.Kind.RUN, "/runs", normal, e.run().id());
                add(named, Candidate.Kind.ORDER, "/work-orders", normal, e.run().order());
            }
            case Event.Shipped e -> {
                add(named, Candidate.Kind.SHIPMENT, "/shipments", normal, e.shipment());
                add(named, Candidate.Kind.ORDER, "/sales-orders", normal, e.order());
            }
            case Event.Delivered e ->
                add(named, Candidate.Kind.SHIPMENT, "/shipments", normal, e.shipment());
            case Event.Returned e ->
                add(named, Candidate.Kind.DOCUMENT, "/shipments", normal, e.document());
            case Event.ReturnedToSupplier e ->
                add(named, Candidate.Kind.DOCUMENT, "/receipts", normal, e.document());
            case Event.Destroyed e ->
                add(named, Candidate.Kind.DOCUMENT, "/orders", normal, e.document());
            case Event.Held e -> add(named, Candidate.Kind.HOLD, "/holds", normal, e.hold());
            case Event.HoldLifted e -> add(named, Candidate.Kind.HOLD, "/holds", normal, e.hold());
            case Event.Packed e ->
                add(named, Candidate.Kind.CONTAINER, "/containers", normal, e.container());
            case Event.Unpacked e ->
                add(named, Candidate.Kind.CONTAINER, "/containers", normal, e.container());
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
        return named;
    }

    private static void add(
            List<Named> named,
            Candidate.Kind kind,
            String path,
            String normal,
            @Nullable Object code) {
        if (code == null || !LotNumber.normal(code.toString()).equals(normal)) return;
        // Where a document bears the number of its order, its page is the nearer answer.
        if (named.isEmpty()) named.add(new Named(kind, path));
    }
}
