package stemma.shipping.web;

import stemma.ledger.EnteredJson;
import stemma.shipping.Consignment;
import stemma.shipping.Load;
import stemma.shipping.ShipmentPapers;
import stemma.stock.HandledJson;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A shipment or a return as programs read it. */
final class ShipmentJson {
    private ShipmentJson() {}

    static Map<String, Object> brief(Consignment consignment) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", consignment.code());
        json.put("kind", consignment.kind().name().toLowerCase(Locale.ROOT));
        json.put("state", consignment.state().name().toLowerCase(Locale.ROOT));
        json.put("consignee", consignment.consignee().code());
        json.put("consigneeName", consignment.consigneeName());
        if (consignment.shipTo() != null)
            json.put("shipTo", consignment.shipTo().code());
        json.put("orders", consignment.orders().stream().map(Object::toString).toList());
        json.put("site", consignment.site().code());
        json.put("at", consignment.at().toString());
        json.put("lots", consignment.lots());
        json.put(
                "quantities",
                consignment.amounts().stream().map(Object::toString).toList());
        json.put("corrected", consignment.isCorrected());
        return json;
    }

    static Map<String, Object> whole(Consignment consignment, ShipmentPapers.Of papers) {
        Map<String, Object> json = brief(consignment);
        json.put("loads", consignment.loads().stream().map(ShipmentJson::load).toList());
        json.put(
                "cameBack", consignment.cameBack().stream().map(HandledJson::of).toList());
        json.put(
                "certificates",
                papers.signed().stream().map(ShipmentJson::paper).toList());
        papers.note().ifPresent(note -> json.put("deliveryNote", note(note)));
        json.put("entries", consignment.entries().stream().map(EnteredJson::of).toList());
        return json;
    }

    private static Map<String, Object> paper(ShipmentPapers.Signed signed) {
        return Map.of(
                "number", signed.paper().number(),
                "kind", signed.paper().kind(),
                "lot", signed.paper().lot(),
                "good", signed.paper().isGood(),
                "changedSince", signed.changed());
    }

    private static Map<String, Object> note(ShipmentPapers.Note note) {
        return Map.of(
                "printedAt",
                note.printedAt().toString(),
                "changedSince",
                note.reads() == ShipmentPapers.Reads.OTHERWISE);
    }

    private static Map<String, Object> load(Load load) {
        Map<String, Object> json = HandledJson.of(load.lot());
        json.put("sent", load.sent().toString());
        json.put("delivered", load.delivered().toString());
        json.put("otherwise", load.otherwise().toString());
        json.put("onTheRoad", load.onTheRoad().toString());
        return json;
    }
}
