package stemma.shipping;

import stemma.access.Caller;
import stemma.identifiers.ContainerCode;
import stemma.identifiers.EventIds;
import stemma.intake.Desk;
import stemma.intake.Slip;
import stemma.ledger.Evidence;
import stemma.ledger.Place;
import stemma.stock.Reservation;
import stemma.stock.Reservations;
import stemma.stock.Stock;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** What is in hand for an order is packed, and leaves. */
public final class Loading {
    private static final int SHORT = 6;
    private final Stock stock;
    private final Reservations reservations;
    private final Desk desk;

    public Loading(Stock stock, Reservations reservations, Desk desk) {
        this.stock = stock;
        this.reservations = reservations;
        this.desk = desk;
    }

    /** Proposes a code for a shipment of the order. */
    public String shipment(Fulfilment order, EventIds ids) {
        String id = ids.next().toString().replace("-", "");
        return order.code() + "-" + id.substring(id.length() - SHORT).toUpperCase();
    }

    /** Packs what is loose in hand into the case or pallet named in the field {@code into}. */
    public Desk.Outcome pack(Caller caller, Fulfilment order, ObjectNode draft, Slip slip) {
        List<Reservation> loose = order.inHand().stream()
                .filter(r -> r.place() instanceof Place.At)
                .toList();
        draft.put("container", slip.word("into"));
        draft.put("basis", "observed");
        draft.put("evidence", evidence(loose));
        if (!loose.isEmpty() && stock.container(code(slip)).isEmpty())
            draft.put("at", loose.getFirst().place().text());
        ArrayNode lines = draft.putArray("lines");
        for (Reservation one : loose) {
            lines.addObject()
                    .put("lot", one.lot().toString())
                    .put("quantity", one.quantity().toString())
                    .put("from", one.place().text());
        }
        Desk.Outcome outcome = desk.give(caller, draft);
        if (outcome instanceof Desk.Outcome.Recorded) {
            reservations.putInto(
                    loose.stream().map(Reservation::key).toList(),
                    new Place.InContainer(code(slip)),
                    caller.author());
        }
        return outcome;
    }

    /** What leaves is known as well as the worst known of it: all by scanner, or else keyed. */
    private static String evidence(List<Reservation> picked) {
        boolean scanned = picked.stream()
                .map(Reservation::picked)
                .allMatch(hands -> hands != null && hands.evidence() == Evidence.SCANNED);
        return scanned ? "scanned" : "keyed";
    }

    private static ContainerCode code(Slip slip) {
        return new ContainerCode(slip.word("into").isEmpty() ? "?" : slip.word("into"));
    }

    /** Ships what is in hand, in whole containers where all that stands in them goes. */
    public Desk.Outcome leave(Caller caller, Fulfilment order, ObjectNode draft, Slip slip) {
        draft.put("shipment", slip.word("shipment"));
        draft.put("order", order.code());
        draft.put("consignee", order.order().customer().code());
        if (order.order().shipTo() != null)
            draft.put("shipTo", order.order().shipTo().code());
        draft.put("evidence", evidence(order.inHand()));
        new Departure(stock, order.inHand()).into(draft);
        return desk.give(caller, draft);
    }
}
