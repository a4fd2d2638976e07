package stemma.stock;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import stemma.audit.Audit;
import stemma.identifiers.LotNumber;
import stemma.identifiers.OrderCode;
import stemma.journal.Author;
import stemma.journal.WorldClock;
import stemma.ledger.Rule;
import stemma.ledger.Turns;
import stemma.ledger.Violation;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.quantity.Quantity;
import stemma.stock.store.ReservationTable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * Goods kept for orders. What is to be taken is proposed first expired first; what is kept is never
 * more than there is, judged while all writers of the lot wait, and each keeping and giving free
 * stands in the audit trail. What becomes of reservations by events, the events themselves say.
 */
public final class Reservations {
    private static final Author CLOCK =
            new Author(new stemma.identifiers.ActorId("clock"), "clock", "server");
    private static final int LAPSED_AT_ONCE = 500;

    private final TransactionTemplate transactions;
    private final Turns turns;
    private final Lots lots;
    private final ReservationTable table;
    private final FreeStock stock;
    private final Audit audit;
    private final WorldClock clock;

    public Reservations(
            JdbcClient database,
            TransactionTemplate transactions,
            Lots lots,
            Audit audit,
            WorldClock clock) {
        this.transactions = transactions;
        this.turns = new Turns(database);
        this.lots = lots;
        this.table = new ReservationTable(database);
        this.stock = new FreeStock(database, lots);
        this.audit = audit;
        this.clock = clock;
    }

    /** What is to be kept: for which line of an order, for what, until when at most. */
    public record Keeping(
            OrderCode order,
            int line,
            Need need,
            List<Pick> picks,
            @Nullable Instant until) {
        public Keeping {
            picks = List.copyOf(picks);
        }
    }

    /** What came of the wish to keep goods. */
    public sealed interface Answer {
        /** They are kept. */
        record Kept(List<Reservation> reservations) implements Answer {}

        /** Nothing is kept, and why. */
        record Refused(List<Violation> why) implements Answer {}
    }

    /** Returns the key by which all that is done for an order takes turns. */
    public static String lock(OrderCode order) {
        return "order:" + LotNumber.normal(order.code());
    }

    /** Proposes which goods to take, first expired first. */
    public Proposal propose(Need need) {
        return Fefo.proposal(need, offers(need));
    }

    /** Returns all of the item at the site that is kept for nobody, with what stands against it. */
    public List<Offer> offers(Need need) {
        return stock.offers(lots.keysOf(need.item()), need, clock.now());
    }

    /** Keeps goods, all or none. */
    public Answer keep(Keeping keeping, Author author) {
        return keep(List.of(keeping), author);
    }

    /** Keeps goods for several lines, all or none. */
    public Answer keep(List<Keeping> keepings, Author author) {
        try {
            return done(locks(keepings), () -> kept(keepings, author));
        } catch (Barred barred) {
            return new Answer.Refused(barred.why);
        }
    }

    /** Takes back what was kept before the line that cannot be. */
    private static final class Barred extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient List<Violation> why;

        private Barred(List<Violation> why) {
            super(why.getFirst().sentence());
            this.why = List.copyOf(why);
        }
    }

    private static Set<String> locks(List<Keeping> keepings) {
        Set<String> locks = new HashSet<>();
        for (Keeping keeping : keepings) {
            locks.add(lock(keeping.order()));
            keeping.picks().forEach(pick -> locks.add(Lots.lock(pick.lot().first())));
        }
        return locks;
    }

    private static Set<String> locksOf(List<Reservation> reserved) {
        Set<String> locks = new HashSet<>();
        for (Reservation reservation : reserved) {
            locks.add(lock(reservation.order()));
            locks.add(Lots.lock(reservation.lot().first()));
        }
        return locks;
    }

    private <T> T done(Set<String> locks, java.util.function.Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            turns.enter(Turns.Company.TOGETHER);
            turns.take(locks);
            return work.get();
        }));
    }

    private Answer kept(List<Keeping> keepings, Author author) {
        List<Violation> why = new ArrayList<>();
        List<Reservation> fresh = new ArrayList<>();
        for (Keeping keeping : keepings) {
            why.addAll(against(keeping));
            if (!why.isEmpty()) continue;
            List<Reservation> some = fresh(keeping, author);
            table.write(some, null);
            fresh.addAll(some);
        }
        if (!why.isEmpty()) throw new Barred(why);
        for (Reservation reservation : fresh) {
            audit.record(
                    author, "reserved", reservation.order().code(), null, json(reservation), null);
        }
        return new Answer.Kept(fresh);
    }

    /** Each pick must be found among what is free and fit, with all it asks. */
    private List<Violation> against(Keeping keeping) {
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
            if (lot.isSerial()) units(lot, pick, offers, why);
            else plain(lot, pick, offers, why);
        }
        return why;
    }

    private static void plain(Lot lot, Pick pick, List<Offer> offers, List<Violation> why) {
        Quantity free = Quantity.zero(lot.unit());
        for (int i = 0; i < offers.size(); i++) {
            Offer offer = offers.get(i);
            if (!offer.portion().equals(pick.lot()) || !offer.place().equals(pick.place()))
                continue;
            if (offer.against() != null && offer.against() != Rule.LOT_IS_RESERVED) {
                why.add(unfit(lot, pick, offer.against()));
                return;
            }
            free = offer.free();
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
                "Lot " + lot.number() + " at " + Places.words(pick.place()) + " has " + free
                        + " that is kept for nobody; asked for " + pick.quantity() + "."));
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

    private List<Reservation> fresh(Keeping keeping, Author author) {
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

    /** Gives free what is still kept under these keys; what has ended stays as it ended. */
    public List<Reservation> release(Collection<Long> keys, String reason, Author author) {
        return changed(
                keys,
                author,
                reason,
                "reservation_released",
                r -> r.ended(new Reservation.Ending(Reservation.How.RELEASED, null, clock.now())));
    }

    /** Notes that somebody has these goods in hand. */
    public List<Reservation> pick(Collection<Long> keys, Author author) {
        Reservation.Picked hands = new Reservation.Picked(author.actor(), clock.now());
        return changed(keys, author, null, "reservation_picked", r -> r.picked(hands));
    }

    /** Notes that these goods were put back, and are still kept. */
    public List<Reservation> putBack(Collection<Long> keys, Author author) {
        return changed(keys, author, null, "reservation_put_back", r -> r.picked(null));
    }

    private List<Reservation> changed(
            Collection<Long> keys,
            Author author,
            @Nullable String reason,
            String action,
            Function<Reservation, Reservation> change) {
        return done(locksOf(table.open(keys)), () -> {
            List<Reservation> before = table.open(keys);
            List<Reservation> after = before.stream().map(change).toList();
            table.write(after, null);
            for (int i = 0; i < after.size(); i++) {
                String order = after.get(i).order().code();
                JsonNode was = json(before.get(i));
                audit.record(author, action, order, was, json(after.get(i)), reason);
            }
            return after;
        });
    }

    /** Ends what was kept longer than it was to be; returns how many. */
    public int lapse() {
        Instant now = clock.now();
        int ended = 0;
        List<Reservation> overdue = lapsed(now);
        while (!overdue.isEmpty()) {
            ended += overdue.size();
            overdue = lapsed(now);
        }
        return ended;
    }

    private List<Reservation> lapsed(Instant now) {
        return done(locksOf(table.overdue(now, LAPSED_AT_ONCE)), () -> {
            List<Reservation> overdue = table.overdue(now, LAPSED_AT_ONCE);
            List<Reservation> ended = overdue.stream()
                    .map(r -> r.ended(new Reservation.Ending(
                            Reservation.How.LAPSED, null, Objects.requireNonNull(r.until()))))
                    .toList();
            table.write(ended, null);
            for (Reservation one : ended) {
                audit.record(
                        CLOCK, "reservation_lapsed", one.order().code(), null, json(one), null);
            }
            return ended;
        });
    }

    /** Returns everything that was ever kept for the order, by line, the oldest first. */
    public List<Reservation> of(OrderCode order) {
        return of(List.of(order));
    }

    /** Returns everything that was ever kept for the orders, by order and line. */
    public List<Reservation> of(Collection<OrderCode> orders) {
        return table.ofOrders(
                orders.stream().map(o -> LotNumber.normal(o.code())).toList());
    }

    /** Returns everything that was ever kept of the lots, the oldest first. */
    public List<Reservation> ofLots(Collection<Lot> of) {
        return table.ofLots(of.stream().map(Lot::key).toList());
    }

    private static JsonNode json(Reservation reservation) {
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
