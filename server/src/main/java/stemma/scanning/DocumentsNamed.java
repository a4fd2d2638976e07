package stemma.scanning;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.LotNumber;
import stemma.ledger.Event;
import stemma.ledger.Recorded;
import stemma.shell.Address;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Documents that events bear by their code: receipts, orders, runs, shipments. */
final class DocumentsNamed {
    private DocumentsNamed() {}

    /** Returns one meaning for each kind of document that the code names. */
    static List<Meaning> in(List<Recorded> events, String code) {
        Map<ScanKind, Meaning> found = new EnumMap<>(ScanKind.class);
        for (Recorded recorded : events) {
            Event event = recorded.event() instanceof Event.Corrected c
                    ? c.replacement()
                    : recorded.event();
            if (event == null) continue;
            switch (event) {
                case Event.Received e -> {
                    add(found, ScanKind.RECEIPT, "/receipts", code, e.receipt());
                    add(found, ScanKind.ORDER, "/purchase-orders", code, e.order());
                }
                case Event.Consumed e -> {
                    add(found, ScanKind.RUN, "/runs", code, e.run().id());
                    add(found, ScanKind.ORDER, "/work-orders", code, e.run().order());
                }
                case Event.Produced e -> {
                    add(found, ScanKind.RUN, "/runs", code, e.run().id());
                    add(found, ScanKind.ORDER, "/work-orders", code, e.run().order());
                }
                case Event.Shipped e -> {
                    add(found, ScanKind.SHIPMENT, "/shipments", code, e.shipment());
                    add(found, ScanKind.ORDER, "/sales-orders", code, e.order());
                }
                case Event.Delivered e ->
                    add(found, ScanKind.SHIPMENT, "/shipments", code, e.shipment());
                case Event.Returned _,
                        Event.ReturnedToSupplier _,
                        Event.Destroyed _,
                        Event.Held _,
                        Event.HoldLifted _,
                        Event.Packed _,
                        Event.Unpacked _,
                        Event.Opened _,
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
        }
        return new ArrayList<>(found.values());
    }

    private static void add(
            Map<ScanKind, Meaning> found,
            ScanKind kind,
            String path,
            String asked,
            @Nullable Object code) {
        if (code == null) return;
        String text = code.toString();
        if (!LotNumber.normal(text).equals(LotNumber.normal(asked))) return;
        String word = kind.name().charAt(0) + kind.field().substring(1);
        found.putIfAbsent(
                kind, Meaning.known(kind, text, word + " " + text, Address.of(path, text)));
    }
}
