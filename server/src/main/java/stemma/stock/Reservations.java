package stemma.stock;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import stemma.audit.Audit;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.OrderCode;
import stemma.identifiers.Portion;
import stemma.journal.Author;
import stemma.journal.WorldClock;
import stemma.ledger.Evidence;
import stemma.ledger.Turns;
import stemma.ledger.Violation;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.quantity.Quantity;
import stemma.stock.store.ReservationTable;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
    private final KeepingGoods keeping;
    private final PickingGoods picking;
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
        this.keeping = new KeepingGoods(lots, table, stock, audit, clock);
        this.picking = new PickingGoods(lots, table, keeping, audit, clock);
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
        return offers(List.of(need)).getFirst();
    }

    /** Returns the same for each of several needs, in their order, by the same few questions. */
    public List<List<Offer>> offers(List<Need> needs) {
        if (needs.isEmpty()) return List.of();
        return stock.offers(
                lots.keysOf(needs.stream().map(Need::item).toList()), needs, clock.now());
    }

    /** Proposes for several needs in their order: what one takes is not proposed to the next. */
    public List<Proposal> propose(List<Need> needs) {
        List<List<Offer>> offers = offers(needs);
        Map<OfferedPlace, Quantity> taken = new HashMap<>();
        List<Proposal> proposals = new ArrayList<>();
        for (int i = 0; i < needs.size(); i++) {
            List<Offer> left =
                    offers.get(i).stream().flatMap(o -> less(o, taken).stream()).toList();
            Proposal proposal = Fefo.proposal(needs.get(i), left);
            for (Pick pick : proposal.picks()) {
                taken.merge(
                        new OfferedPlace(pick.lot().first(), pick.place()),
                        pick.quantity(),
                        Quantity::plus);
            }
            proposals.add(proposal);
        }
        return proposals;
    }

    /**
     * Returns what expires earlier than some of the choice and is left lying; nothing where the
     * choice is first expired first.
     */
    public Optional<Offer> passedOver(Need need, List<Pick> chosen) {
        return Fefo.passedOver(need, offers(need), chosen);
    }

    private record OfferedPlace(LotId first, stemma.ledger.Place place) {}

    private static List<Offer> less(Offer offer, Map<OfferedPlace, Quantity> taken) {
        if (offer.lot().isPool()) return List.of(offer);
        Quantity gone = taken.get(new OfferedPlace(offer.portion().first(), offer.place()));
        if (gone == null) return List.of(offer);
        Quantity left = offer.free().minus(gone);
        if (!left.isPositive()) return List.of();
        Portion rest = offer.portion();
        if (offer.lot().isSerial()) {
            int count = gone.amount().intValueExact();
            rest = new Portion(
                    new LotId(rest.first().birth(), rest.first().ordinal() + count),
                    rest.count() - count);
        }
        return List.of(new Offer(offer.lot(), rest, offer.place(), left, offer.against()));
    }

    /** Returns the offers that may be taken, in the order in which they are proposed. */
    public static List<Offer> firstExpiredFirst(List<Offer> offers) {
        return Fefo.inOrder(offers);
    }

    /** Keeps goods, all or none. */
    public Answer keep(Keeping keeping, Author author) {
        return keep(List.of(keeping), null, author);
    }

    /** Keeps goods for several lines, all or none; the reason stands in the audit trail. */
    public Answer keep(List<Keeping> keepings, @Nullable String reason, Author author) {
        return answered(locks(keepings), () -> keeping.kept(keepings, reason, author));
    }

    /**
     * Takes goods in hand for a line of an order: what is kept for it first. Of others, as much is
     * given free of what is kept for the line, so that it never has more than it needs.
     */
    public Answer pickUp(
            Keeping wanted, @Nullable String reason, Evidence evidence, Author author) {
        List<Reservation> own = of(wanted.order());
        Set<String> locks = locks(List.of(wanted));
        locks.addAll(locksOf(own));
        return answered(
                locks, () -> picking.pickedUp(wanted, own(wanted), reason, evidence, author));
    }

    private List<Reservation> own(Keeping wanted) {
        return of(wanted.order()).stream()
                .filter(one -> one.isOpen() && !one.isPicked() && one.line() == wanted.line())
                .toList();
    }

    /**
     * Notes that picked goods were put elsewhere, such as into a case: they are kept there from now
     * on, where enough is kept for nobody.
     */
    public Answer putInto(Collection<Long> keys, stemma.ledger.Place place, Author author) {
        List<Reservation> open = table.open(keys);
        return answered(locksOf(open), () -> {
            List<Reservation> now = table.open(keys).stream()
                    .filter(r -> !r.place().equals(place))
                    .toList();
            List<Reservation> there =
                    now.stream().map(r -> r.of(r.lotKey(), r.lot(), place)).toList();
            table.write(there, null);
            return there;
        });
    }

    private Answer answered(
            Set<String> locks, java.util.function.Supplier<List<Reservation>> work) {
        try {
            return new Answer.Kept(done(locks, work));
        } catch (KeepingGoods.Barred barred) {
            return new Answer.Refused(barred.why());
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
        Reservation.Picked hands =
                new Reservation.Picked(author.actor(), clock.now(), Evidence.KEYED);
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
                JsonNode was = KeepingGoods.json(before.get(i));
                audit.record(author, action, order, was, KeepingGoods.json(after.get(i)), reason);
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
                        CLOCK,
                        "reservation_lapsed",
                        one.order().code(),
                        null,
                        KeepingGoods.json(one),
                        null);
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

    /**
     * Has every reservation name its lot by the lot's key of now, after lots were computed anew.
     */
    public void refer() {
        Map<Long, LotId> named = table.named();
        Map<LotId, Lot> known = lots.lotsEvenVoided(named.values());
        Map<Long, Long> keys = new HashMap<>();
        named.forEach(
                (key, id) -> keys.put(key, Objects.requireNonNull(known.get(id)).key()));
        table.refer(keys);
    }
}
