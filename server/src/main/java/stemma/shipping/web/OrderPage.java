package stemma.shipping.web;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.OrderCode;
import stemma.identifiers.SiteCode;
import stemma.lots.Lot;
import stemma.shipping.Consignment;
import stemma.shipping.Fulfilment;
import stemma.stock.Handled;
import stemma.stock.Places;
import stemma.stock.Reservation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The page of a sales order: how far it has come where the catalog knows it, what is kept for it
 * with the lots by their inner keys, and what went out for it.
 */
public record OrderPage(
        OrderCode code,
        @Nullable Fulfilment order,
        SiteCode site,
        Map<Long, Lot> lots,
        List<Consignment> shipments) {
    /** Returns the number of the lot that is kept, with its units where it has such. */
    public String number(Reservation reservation) {
        Lot lot = lots.get(reservation.lotKey());
        return lot == null ? reservation.lot().toString() : lot.number().text();
    }

    public String expiry(Reservation reservation) {
        Lot lot = lots.get(reservation.lotKey());
        return lot == null || lot.passport().expiry() == null
                ? ""
                : lot.passport().expiry().toString();
    }

    /** Returns what is kept, what is to be picked first. */
    public List<Reservation> open() {
        if (order == null) return List.of();
        List<Reservation> open = new ArrayList<>(order.toPick());
        open.addAll(order.inHand());
        return open;
    }

    /** Returns in words what was kept and is no more, and how it ended. */
    public List<String> ended() {
        if (order == null) return List.of();
        List<String> told = new ArrayList<>();
        for (Reservation one : order.reservations()) {
            Reservation.Ending ending = one.ending();
            if (ending == null) continue;
            told.add(Handled.shown(one.quantity()) + " of lot " + number(one) + " at "
                    + Places.words(one.place()) + ": "
                    + ending.how().name().toLowerCase(Locale.ROOT));
        }
        return told;
    }
}
