package stemma.shipping;

import stemma.identifiers.EventId;
import stemma.identifiers.LotId;
import stemma.identifiers.PartnerCode;
import stemma.intake.Slip;
import stemma.ledger.Place;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.time.ZoneId;

/**
 * Writes a drop shipment as two events, both or none: the goods came to be ours at the supplier's,
 * and left from there for our customer. They never stood at our dock, and the trace goes through
 * us.
 */
public final class DropDraft {
    private DropDraft() {}

    /** Returns the draft for the form. */
    public static ObjectNode of(Slip slip, ZoneId zone, String password) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        ArrayNode events = all.putArray("events");
        String custody = custody(slip.word("supplier"));
        ObjectNode received = slip.draft("received", zone, password);
        received.put("receipt", slip.word("receipt"));
        received.put("supplier", slip.word("supplier"));
        if (slip.has("purchaseOrder")) received.put("order", slip.word("purchaseOrder"));
        received.putArray("lots").add(birth(slip, custody));
        events.add(received);
        ObjectNode shipped = slip.draft("shipped", zone, password);
        EventId id = slip.event();
        shipped.put("id", id.beside("dropped").toString());
        shipped.put("shipment", slip.word("shipment"));
        if (slip.has("salesOrder")) shipped.put("order", slip.word("salesOrder"));
        shipped.put("consignee", slip.word("customer"));
        if (slip.has("shipTo")) shipped.put("shipTo", slip.word("shipTo"));
        shipped.putArray("lines")
                .addObject()
                .put("lot", new LotId(id, 0).toString())
                .put("quantity", slip.word("quantity"))
                .put("from", custody);
        events.add(shipped);
        return all;
    }

    private static String custody(String supplier) {
        return supplier.isBlank() ? "" : new Place.InCustody(new PartnerCode(supplier)).text();
    }

    private static ObjectNode birth(Slip slip, String custody) {
        ObjectNode birth = JsonNodeFactory.instance.objectNode();
        birth.put("ordinal", 0);
        birth.put("units", 1);
        ObjectNode passport = birth.putObject("passport");
        passport.put("item", slip.word("item"));
        passport.put("number", slip.word("number"));
        if (slip.has("expiry")) passport.put("expiry", slip.word("expiry"));
        if (slip.has("supplierLot")) {
            passport.putArray("externalLots")
                    .addObject()
                    .put("issuer", slip.word("supplier"))
                    .put("text", slip.word("supplierLot"));
        }
        birth.put("quantity", slip.word("quantity"));
        birth.put("to", custody);
        return birth;
    }
}
