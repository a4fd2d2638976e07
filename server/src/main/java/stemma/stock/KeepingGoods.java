package stemma.stock;

import org.jspecify.annotations.Nullable;

import stemma.audit.Audit;
import stemma.journal.Author;
import stemma.journal.WorldClock;
import stemma.ledger.Rule;
import stemma.ledger.Violation;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.quantity.Quantity;
import stemma.stock.store.ReservationTable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Keeps goods in the transaction of whoever holds the turns of their lots: all, or none. */
final class KeepingGoods {
    private final Lots lots;
    private final ReservationTable table;
    private final FreeStock stock;
    private final Audit audit;
    private final WorldClock clock;

    KeepingGoods(
            Lots lots, ReservationTable table, FreeStock stock, Audit audit, WorldClock clock) {
        this.lots = lots;
        this.table = table;
        this.stock = stock;
        this.audit = audit;
        this.clock = clock;
    }

    /** Takes back what was kept before the line that cannot be. */
    static final class Barred extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient List<Violation> why;

        private Barred(List<Violation> why) {
            super(why.getFirst().sentence());
            this.why = List.copyOf(why);
        }

        List<Violation> why() {
            return why;
        }
    }

    List<Reservation> kept(
            List<Reservations.Keeping> keepings, @Nullable String reason, Author author) {
        List<Violation> why = new ArrayList<>();
        List<Reservation> fresh = new ArrayList<>();
        for (Reservations.Keeping keeping : keepings) {
            why.addAll(against(keeping));
            if (!why.isEmpty()) continue;
            List<Reservation> some = fresh(keeping, author);
            table.write(some, null);
            fresh.addAll(some);
        }
        if (!why.isEmpty()) throw new Barred(why);
        for (Reservation reservation : fresh) {
            audit.record(
                    author,
                    "reserved",
                    reservation.order().code(),
                    null,
                    json(reservation),
                    reason);
        }
        return fresh;
    }

    /** Each pick must be found among what is free and fit, with all it asks. */
    private List<Violation> against(Reservations.Keeping keeping) {
        List<Violation> why = new ArrayList<>();
        var found = lots.lots(keeping.picks().stream().map(p -> p.lot().first()).toList());
        Set<Long> keys = new HashSet<>();
        found.values().forEach(lot -> keys.add(lot.key()));
        List<Offer> offers = new ArrayList<>(stock.offers(keys, keeping.need(), clock.now()));
        for (Pick pick : keeping.picks()) {
            Lot lot = found.get(pick.lot().first());
            if (lot == null) {
                why.add(Rule.LOT_UNKNOWN.broken("lot", pick.lot(), "There is no such lot."));
                continue;
            }
            if (lot.isPool()) {
                why.add(Rule.TRACKING_WRONG.broken(
                        "lot",
                        pick.lot(),
                        lot.item() + " is not tracked: there is always enough of it, and nothing"
                                + " of it is kept."));
            } else if (lot.isSerial()) units(lot, pick, offers, why);
            else plain(lot, pick, offers, why);
        }
        return why;
    }

    private static void plain(Lot lot, Pick pick, List<Offer> offers, List<Violation> why) {
        Quantity free = Quantity.zero(lot.unit());
        boolean isKept = false;
        for (int i = 0; i < offers.size(); i++) {
            Offer offer = offers.get(i);
            if (!offer.portion().equals(pick.lot()) || !offer.place().equals(pick.place()))
                continue;
            if (offer.against() != null && offer.against() != Rule.LOT_IS_RESERVED) {
                why.add(unfit(lot, pick, offer.against()));
                return;
            }
            free = offer.free();
            isKept = offer.against() == Rule.LOT_IS_RESERVED;
            if (free.isLessThan(pick.quantity())) break;
            offers.set(
                    i,
                    new Offer(
                            lot,
                            offer.portion(),
                            offer.place(),
                            free.minus(pick.quantity()),
                            null));
            return;
        }
        why.add(Rule.NOT_ENOUGH.broken(
                "quantity",
                pick.lot(),
                isKept
                        ? "All there is of lot " + lot.number() + " at "
                                + Places.words(pick.place()) + " is kept for other orders."
                        : "Lot " + lot.number() + " at " + Places.words(pick.place()) + " has "
                                + free + " to give; asked for " + pick.quantity() + "."));
    }

    private static void units(Lot lot, Pick pick, List<Offer> offers, List<Violation> why) {
        int found = 0;
        for (Offer offer : offers) {
            if (!offer.portion().overlaps(pick.lot()) || !offer.place().equals(pick.place()))
                continue;
            if (offer.against() != null) {
                why.add(unfit(lot, pick, offer.against()));
                return;
            }
            found += offer.portion().common(pick.lot()).count();
        }
        if (found < pick.lot().count()) {
            why.add(Rule.NOT_ENOUGH.broken(
                    "quantity",
                    pick.lot(),
                    (pick.lot().count() - found) + " of these units of " + lot.number()
                            + " are not at " + Places.words(pick.place())
                            + " or are kept for another order."));
        }
    }

    private static Violation unfit(Lot lot, Pick pick, Rule rule) {
        return rule.broken("lot", pick.lot(), Fitness.words(lot, rule));
    }

    private List<Reservation> fresh(Reservations.Keeping keeping, Author author) {
        var found = lots.lots(keeping.picks().stream().map(p -> p.lot().first()).toList());
        List<Reservation> fresh = new ArrayList<>();
        for (Pick pick : keeping.picks()) {
            Lot lot = Objects.requireNonNull(found.get(pick.lot().first()));
            fresh.add(new Reservation(
                    table.newKey(),
                    null,
                    lot.key(),
                    pick.lot(),
                    pick.quantity(),
                    pick.place(),
                    keeping.order(),
                    keeping.line(),
                    keeping.need().purpose(),
                    author.actor(),
                    clock.now(),
                    keeping.until(),
                    null,
                    null));
        }
        return fresh;
    }

    static JsonNode json(Reservation reservation) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("lot", reservation.lot().toString())
                .put("quantity", reservation.quantity().toString())
                .put("place", reservation.place().text())
                .put("line", reservation.line());
        if (reservation.until() != null) json.put("until", reservation.until().toString());
        if (reservation.picked() != null)
            json.put("pickedBy", reservation.picked().by().code());
        if (reservation.ending() != null)
            json.put("ended", reservation.ending().how().name());
        return json;
    }
}
