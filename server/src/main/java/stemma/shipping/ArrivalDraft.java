package stemma.shipping;

import stemma.identifiers.Portion;
import stemma.identifiers.ShipmentCode;
import stemma.intake.Slip;
import stemma.ledger.Place;
import stemma.lots.Lots;
import stemma.lots.SerialUnit;
import stemma.quantity.Quantity;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.stock.Balance;
import stemma.stock.Stock;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the proof of a delivery as events, all or none: what arrived, what arrived damaged and is
 * written off on the way, what is missing and is booked as a difference. Where nothing of the sort
 * is said, all that is still on the road has arrived.
 */
public final class ArrivalDraft {
    private final Lots lots;
    private final Stock stock;

    public ArrivalDraft(Lots lots, Stock stock) {
        this.lots = lots;
        this.stock = stock;
    }

    /** What of the goods on the road befell them. */
    private record Fate(Portion lot, Quantity quantity) {}

    /**
     * Returns the draft for what the form says of each lot: {@code damaged} and {@code missing}.
     */
    public ObjectNode of(Consignment shipment, Slip slip, ZoneId zone, String password) {
        Place road = new Place.InTransit(new ShipmentCode(shipment.code()));
        List<Fate> damaged = new ArrayList<>();
        List<Fate> missing = new ArrayList<>();
        List<String> of = slip.all("lot");
        for (int row = 0; row < of.size(); row++) {
            Portion lot = Portion.of(of.get(row));
            damaged.addAll(fates(lot, slip.word("damaged", row), shipment));
            missing.addAll(fates(lot, slip.word("missing", row), shipment));
        }
        ObjectNode delivered = delivered(shipment, slip, zone, password);
        if (damaged.isEmpty() && missing.isEmpty()) return delivered;
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        ArrayNode events = all.putArray("events");
        List<Fate> whole = arrived(road, damaged, missing);
        if (!whole.isEmpty()) {
            ArrayNode lines = delivered.putArray("lines");
            whole.forEach(fate -> line(lines, fate, road));
            events.add(delivered);
        }
        if (!damaged.isEmpty()) {
            ObjectNode scrapped = other(slip, zone, shipment, "scrapped", "damaged_in_transit", 0);
            ArrayNode lines = scrapped.putArray("lines");
            damaged.forEach(fate -> line(lines, fate, road));
            events.add(scrapped);
        }
        int number = 1;
        for (Fate fate : missing) {
            ObjectNode adjusted =
                    other(slip, zone, shipment, "adjusted", "missing_at_delivery", number++);
            adjusted.put("lot", fate.lot().toString());
            adjusted.put("quantity", fate.quantity().toString());
            adjusted.put("from", road.text());
            adjusted.put("to", Place.Beyond.COUNT_VARIANCE.text());
            adjusted.put("cause", "count");
            events.add(adjusted);
        }
        return all;
    }

    private static ObjectNode delivered(
            Consignment shipment, Slip slip, ZoneId zone, String password) {
        ObjectNode draft = slip.draft("delivered", zone, password);
        draft.put("site", shipment.site().code());
        draft.put("shipment", shipment.code());
        draft.put("consignee", shipment.consignee().code());
        if (shipment.shipTo() != null) draft.put("shipTo", shipment.shipTo().code());
        draft.put("basis", "proven");
        return draft;
    }

    private static ObjectNode other(
            Slip slip, ZoneId zone, Consignment shipment, String kind, String reason, int number) {
        ObjectNode draft = slip.draft(kind, zone, "");
        draft.put("id", slip.event().beside(kind + "/" + number).toString());
        draft.put("site", shipment.site().code());
        draft.putObject("reason").put("code", reason).put("text", "");
        return draft;
    }

    private static void line(ArrayNode lines, Fate fate, Place road) {
        lines.addObject()
                .put("lot", fate.lot().toString())
                .put("quantity", fate.quantity().toString())
                .put("from", road.text());
    }

    private List<Fate> fates(Portion lot, String text, Consignment shipment) {
        if (text.isBlank() || text.matches("0+")) return List.of();
        Load load = shipment.loads().stream()
                .filter(one -> one.lot().lot().span().equals(lot))
                .findFirst()
                .orElseThrow(() -> wrong("lot", "That lot is not on this shipment."));
        if (!load.lot().lot().isSerial())
            return List.of(new Fate(lot, Quantity.of(text, load.onTheRoad().unit())));
        List<Fate> fates = new ArrayList<>();
        for (String serial : text.strip().split("[\\s,;]+")) {
            SerialUnit unit = lots.bySerial(serial).stream()
                    .filter(one -> lot.contains(one.unit()))
                    .findFirst()
                    .orElseThrow(() -> wrong(
                            "serial", "No unit of this lot bears the serial " + serial + "."));
            fates.add(new Fate(Portion.of(unit.unit()), Quantity.each(1)));
        }
        return fates;
    }

    private static Refused wrong(String element, String sentence) {
        return new Refused(
                Problem.of(element + "_unknown", 422, sentence).with("element", element));
    }

    /** Returns what is on the road and neither damaged nor missing. */
    private List<Fate> arrived(Place road, List<Fate> damaged, List<Fate> missing) {
        List<Fate> gone = new ArrayList<>(damaged);
        gone.addAll(missing);
        List<Fate> arrived = new ArrayList<>();
        for (Balance balance : stock.at(road)) {
            boolean isSerial =
                    lots.lot(balance.lot().first()).map(lot -> lot.isSerial()).orElse(false);
            if (isSerial) {
                List<Portion> left = List.of(balance.lot());
                for (Fate fate : gone) {
                    left = left.stream()
                            .flatMap(p -> p.without(fate.lot()).stream())
                            .toList();
                }
                left.forEach(units -> arrived.add(new Fate(units, Quantity.each(units.count()))));
                continue;
            }
            Quantity rest = balance.quantity();
            for (Fate fate : gone) {
                if (fate.lot().equals(balance.lot())) rest = rest.minus(fate.quantity());
            }
            if (rest.isPositive()) arrived.add(new Fate(balance.lot(), rest));
        }
        return arrived;
    }
}
