package stemma.shipping;

import org.jspecify.annotations.Nullable;

import stemma.catalog.Item;
import stemma.catalog.LotsPerLine;
import stemma.identifiers.LotNumber;
import stemma.identifiers.SiteCode;
import stemma.journal.Author;
import stemma.ledger.Violation;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.quantity.Quantity;
import stemma.stock.Balance;
import stemma.stock.Fitness;
import stemma.stock.Need;
import stemma.stock.Offer;
import stemma.stock.Pick;
import stemma.stock.Places;
import stemma.stock.Proposal;
import stemma.stock.Reservation;
import stemma.stock.Reservations;
import stemma.stock.Stock;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Picking by scan, in any order: each scan takes goods in hand for the order, or says what is wrong
 * and the nearest right thing to do. What is in hand is kept for the order, so that nobody else
 * gets it, and stays with the order whoever goes on with it.
 */
public final class Picking {
    private final Sales sales;
    private final Reservations reservations;
    private final PickedGoods goods;
    private final Lots lots;

    public Picking(Sales sales, Reservations reservations, Lots lots, Stock stock) {
        this.sales = sales;
        this.reservations = reservations;
        this.goods = new PickedGoods(lots, stock);
        this.lots = lots;
    }

    /** Takes in hand what the scan means. */
    public PickAnswer take(Fulfilment order, SiteCode site, PickScan scan, Author author) {
        PickedGoods.Found found = goods.find(scan);
        if (found.balances().isEmpty()) {
            return new PickAnswer.Stopped(
                    "nothing_there",
                    "“" + shown(scan) + "” names nothing that stands here.",
                    "Scan the lot, the unit, the case or the pallet itself; "
                            + next(order, site, null));
        }
        Map<OrderLineState, List<Pick>> chosen = new LinkedHashMap<>();
        Optional<PickAnswer> wrong = choose(order, site, scan, found, chosen);
        if (wrong.isPresent()) return wrong.get();
        for (var entry : chosen.entrySet()) {
            Optional<PickAnswer> against =
                    against(order, site, scan, entry.getKey(), entry.getValue());
            if (against.isPresent()) return against.get();
        }
        return pickUp(order, site, scan, chosen, author);
    }

    private static String shown(PickScan scan) {
        return scan.text().isBlank() ? scan.container() + scan.lot() : scan.text();
    }

    /** Gives each of the goods to a line that lacks it: the first, as the order is served. */
    private Optional<PickAnswer> choose(
            Fulfilment order,
            SiteCode site,
            PickScan scan,
            PickedGoods.Found found,
            Map<OrderLineState, List<Pick>> chosen) {
        Map<Integer, Quantity> left = new HashMap<>();
        for (Balance balance : preferred(order, found)) {
            Lot lot = found.lot(balance);
            List<OrderLineState> lines = order.lines().stream()
                    .filter(line -> Item.key(line.item()).equals(Item.key(lot.item())))
                    .toList();
            if (lines.isEmpty())
                return Optional.of(stopped(
                        "not_on_order",
                        "Order " + order.code() + " asks for no " + lot.item() + ".",
                        next(order, site, null)));
            Quantity there = balance.quantity();
            for (OrderLineState line : lines) {
                Quantity missing = left.getOrDefault(line.number(), line.unpicked());
                Quantity wanted = scan.quantity() == null ? missing : scan.quantity();
                boolean isAll = found.extent() == PickedGoods.Found.Extent.WHOLE;
                Quantity some = isAll ? there : least(there, least(missing, wanted));
                if (!some.isPositive() || isAll && missing.isLessThan(some)) continue;
                chosen.computeIfAbsent(line, _ -> new ArrayList<>()).add(pick(lot, balance, some));
                left.put(line.number(), missing.minus(some));
                there = there.minus(some);
                break;
            }
            boolean isDone = found.extent() == PickedGoods.Found.Extent.SOME && !chosen.isEmpty();
            if (isDone) return Optional.empty();
            if (there.equals(balance.quantity()))
                return Optional.of(stopped(
                        "over_shipment",
                        "Order " + order.code() + " lacks " + missing(lines, left) + " of "
                                + lot.item() + "; this is " + there + ".",
                        found.extent() == PickedGoods.Found.Extent.WHOLE
                                ? "Take a part of it out, and scan that."
                                : next(order, site, null)));
        }
        return Optional.empty();
    }

    private static Quantity missing(List<OrderLineState> lines, Map<Integer, Quantity> left) {
        Quantity sum = Quantity.zero(lines.getFirst().ordered().unit());
        for (OrderLineState line : lines) {
            sum = sum.plus(left.getOrDefault(line.number(), line.unpicked()));
        }
        return sum;
    }

    private static Quantity least(Quantity one, Quantity other) {
        return one.isLessThan(other) ? one : other;
    }

    private static Pick pick(Lot lot, Balance balance, Quantity some) {
        return lot.isSerial()
                ? new Pick(
                        new stemma.identifiers.Portion(
                                balance.lot().first(), some.amount().intValueExact()),
                        balance.place(),
                        some)
                : new Pick(balance.lot(), balance.place(), some);
    }

    /** What is kept for the order goes before the same lot elsewhere. */
    private static List<Balance> preferred(Fulfilment order, PickedGoods.Found found) {
        return found.balances().stream()
                .sorted(java.util.Comparator.comparing((Balance b) -> !isKept(order, b)))
                .toList();
    }

    private static boolean isKept(Fulfilment order, Balance balance) {
        return order.toPick().stream()
                .anyMatch(
                        r -> r.lot().overlaps(balance.lot()) && r.place().equals(balance.place()));
    }

    private Optional<PickAnswer> against(
            Fulfilment order, SiteCode site, PickScan scan, OrderLineState line, List<Pick> picks) {
        if (order.customer() != null
                && order.customer().policy().lotsPerLine() == LotsPerLine.ONE) {
            Optional<PickAnswer> second = secondLot(order, line, picks);
            if (second.isPresent()) return second;
        }
        boolean isAllKept = picks.stream().allMatch(pick -> isKept(order, line, pick));
        if (isAllKept || !scan.reason().isBlank()) return Optional.empty();
        Need need = sales.need(order, line, site, sum(picks));
        Optional<Offer> earlier = reservations.passedOver(need, others(order, line, picks));
        return earlier.map(offer -> new PickAnswer.Doubtful(
                Allocation.FEFO_OVERRIDDEN,
                Fitness.expiring(offer) + ", before what you scanned.",
                "Take that one, or say why not."));
    }

    private static List<Pick> others(Fulfilment order, OrderLineState line, List<Pick> picks) {
        return picks.stream().filter(pick -> !isKept(order, line, pick)).toList();
    }

    private static boolean isKept(Fulfilment order, OrderLineState line, Pick pick) {
        Quantity kept = Quantity.zero(pick.quantity().unit());
        for (Reservation one : order.toPick()) {
            if (one.line() != line.number() || !one.place().equals(pick.place())) continue;
            if (!one.lot().overlaps(pick.lot())) continue;
            kept = kept.plus(
                    pick.lot().count() > 1 || one.lot().count() > 1
                            ? Quantity.each(one.lot().common(pick.lot()).count())
                            : one.quantity());
        }
        return !kept.isLessThan(pick.quantity());
    }

    private Optional<PickAnswer> secondLot(
            Fulfilment order, OrderLineState line, List<Pick> picks) {
        var known = lots.lots(java.util.stream.Stream.concat(
                        order.inHand().stream().map(r -> r.lot().first()),
                        picks.stream().map(p -> p.lot().first()))
                .toList());
        LotNumber first = null;
        for (Reservation one : order.inHand()) {
            Lot lot = known.get(one.lot().first());
            if (one.line() == line.number() && lot != null) first = lot.number();
        }
        for (Pick pick : picks) {
            Lot lot = known.get(pick.lot().first());
            if (lot == null) continue;
            if (first != null && !first.normal().equals(lot.number().normal()))
                return Optional.of(stopped(
                        "more_than_one_lot",
                        order.customerName() + " takes a line of one lot only, and lot " + first
                                + " is in hand.",
                        "Take more of lot " + first + ", or put that back."));
            first = lot.number();
        }
        return Optional.empty();
    }

    private static Quantity sum(List<Pick> picks) {
        Quantity sum = Quantity.zero(picks.getFirst().quantity().unit());
        for (Pick pick : picks) sum = sum.plus(pick.quantity());
        return sum;
    }

    private PickAnswer pickUp(
            Fulfilment order,
            SiteCode site,
            PickScan scan,
            Map<OrderLineState, List<Pick>> chosen,
            Author author) {
        String reason =
                scan.reason().isBlank() ? null : Allocation.FEFO_OVERRIDDEN + ": " + scan.reason();
        List<String> told = new ArrayList<>();
        for (var entry : chosen.entrySet()) {
            OrderLineState line = entry.getKey();
            Need need = sales.need(order, line, site, sum(entry.getValue()));
            var answer = reservations.pickUp(
                    new Reservations.Keeping(
                            order.order().code(), line.number(), need, entry.getValue(), null),
                    reason,
                    scan.evidence(),
                    author);
            if (answer instanceof Reservations.Answer.Refused(var why)) {
                Violation first = why.getFirst();
                return stopped(first.code(), first.sentence(), next(order, site, line));
            }
            Quantity missing = line.unpicked().minus(sum(entry.getValue()));
            told.add(sum(entry.getValue()) + " of " + line.itemName()
                    + (missing.isPositive() ? ", " + missing + " still missing" : ", complete"));
        }
        return new PickAnswer.Picked("Picked " + String.join("; ", told) + ".");
    }

    private static PickAnswer stopped(String code, String sentence, String advice) {
        return new PickAnswer.Stopped(code, sentence, advice);
    }

    /** Says the nearest right thing to do: what is kept, or what would be proposed. */
    private String next(Fulfilment order, SiteCode site, @Nullable OrderLineState line) {
        List<Reservation> kept = order.toPick().stream()
                .filter(r -> line == null || r.line() == line.number())
                .toList();
        if (!kept.isEmpty()) {
            Reservation first = kept.getFirst();
            String number = lots.lot(first.lot().first())
                    .map(lot -> lot.number().text())
                    .orElse("");
            return "take " + first.quantity() + " of lot " + number + " at "
                    + Places.words(first.place()) + ".";
        }
        if (line != null) {
            Proposal proposal =
                    reservations.propose(sales.need(order, line, site, line.unpicked()));
            if (!proposal.picks().isEmpty()) {
                Pick pick = proposal.picks().getFirst();
                String number = lots.lot(pick.lot().first())
                        .map(lot -> lot.number().text())
                        .orElse("");
                return "take " + pick.quantity() + " of lot " + number + " at "
                        + Places.words(pick.place()) + " instead.";
            }
            for (Offer offer : proposal.barred()) {
                if (offer.against() != null)
                    return "nothing else can go: " + Fitness.words(offer.lot(), offer.against());
            }
        }
        return "put it back.";
    }
}
