package stemma.shipping.web;

import stemma.shipping.Allocation;
import stemma.shipping.Fulfilment;
import stemma.shipping.OrderLineState;
import stemma.stock.Offer;
import stemma.stock.Pick;
import stemma.stock.Reservation;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A sales order as far as it has come, and what may be kept for it, as programs read them. */
final class OrderJson {
    private OrderJson() {}

    static Map<String, Object> of(Fulfilment order) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("order", order.code());
        json.put("stage", order.stage().name().toLowerCase(Locale.ROOT));
        json.put("lines", order.lines().stream().map(OrderJson::line).toList());
        json.put(
                "reservations",
                order.reservations().stream().map(OrderJson::reservation).toList());
        return json;
    }

    private static Map<String, Object> line(OrderLineState line) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("line", line.number());
        json.put("item", line.item().code());
        json.put("ordered", line.ordered().toString());
        json.put("shipped", line.shipped().toString());
        json.put("kept", line.kept().toString());
        json.put("picked", line.picked().toString());
        json.put("unallocated", line.unallocated().toString());
        if (line.due() != null) json.put("due", line.due().toString());
        return json;
    }

    static Map<String, Object> reservation(Reservation kept) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("key", kept.key());
        json.put("line", kept.line());
        json.put("lot", kept.lot().toString());
        json.put("quantity", kept.quantity().toString());
        json.put("place", kept.place().text());
        json.put("by", kept.by().code());
        json.put("since", kept.since().toString());
        if (kept.until() != null) json.put("until", kept.until().toString());
        if (kept.picked() != null) json.put("pickedBy", kept.picked().by().code());
        if (kept.ending() != null) {
            json.put("ended", kept.ending().how().name().toLowerCase(Locale.ROOT));
            json.put("endedAt", kept.ending().at().toString());
        }
        return json;
    }

    static Map<String, Object> proposal(Allocation.Line line) {
        Map<String, Object> json = line(line.state());
        json.put(
                "proposed",
                line.proposal().picks().stream().map(OrderJson::pick).toList());
        json.put("missing", line.proposal().missing().toString());
        json.put("offers", line.offers().stream().map(OrderJson::offer).toList());
        json.put(
                "barred",
                line.proposal().barred().stream().map(OrderJson::offer).toList());
        return json;
    }

    private static Map<String, Object> pick(Pick pick) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("lot", pick.lot().toString());
        json.put("place", pick.place().text());
        json.put("quantity", pick.quantity().toString());
        return json;
    }

    private static Map<String, Object> offer(Offer offer) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("lot", offer.portion().toString());
        json.put("number", offer.lot().number().text());
        json.put("place", offer.place().text());
        json.put("free", offer.free().toString());
        if (offer.lot().passport().expiry() != null)
            json.put("expiry", offer.lot().passport().expiry().toString());
        if (offer.against() != null) json.put("against", offer.against().code());
        return json;
    }
}
