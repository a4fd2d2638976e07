package stemma.shipping;

import stemma.identifiers.SiteCode;
import stemma.journal.Author;
import stemma.ledger.Violation;
import stemma.quantity.Quantity;
import stemma.stock.Fitness;
import stemma.stock.Offer;
import stemma.stock.Pick;
import stemma.stock.Proposal;
import stemma.stock.Reservation;
import stemma.stock.Reservations;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps goods for the lines of a sales order: those that are proposed, or others for a reason. To
 * pass over what expires first needs one.
 */
public final class Allocation {
    /** The objection to passing over what expires first. */
    public static final String FEFO_OVERRIDDEN = "fefo_overridden";

    private final Sales sales;
    private final Reservations reservations;

    public Allocation(Sales sales, Reservations reservations) {
        this.sales = sales;
        this.reservations = reservations;
    }

    /** A line with what is proposed for it, and all that might be taken, first expired first. */
    public record Line(OrderLineState state, Proposal proposal, List<Offer> offers) {}

    /** What somebody chose: for each pick the number of its line; and why, empty for no reason. */
    public record Choice(List<Integer> lines, List<Pick> picks, String reason) {
        public Choice {
            lines = List.copyOf(lines);
            picks = List.copyOf(picks);
        }
    }

    /** What came of it. */
    public sealed interface Answer {
        /** These are kept. */
        record Allocated(List<Reservation> kept) implements Answer {}

        /** Nothing is kept, and why. */
        record Refused(List<Violation> why) implements Answer {}
    }

    /** Returns the lines that lack goods, with what might be taken for them. */
    public List<Line> lines(Fulfilment order, SiteCode site) {
        var proposals = sales.proposals(List.of(order), site);
        List<OrderLineState> lacking = new ArrayList<>();
        List<Proposal> proposed = new ArrayList<>();
        for (OrderLineState line : order.lines()) {
            Proposal proposal = proposals.get(line);
            if (proposal == null) continue;
            lacking.add(line);
            proposed.add(proposal);
        }
        List<List<Offer>> offers =
                reservations.offers(proposed.stream().map(Proposal::need).toList());
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < lacking.size(); i++) {
            List<Offer> fit = Reservations.firstExpiredFirst(offers.get(i));
            lines.add(new Line(lacking.get(i), proposed.get(i), fit));
        }
        return lines;
    }

    /** Keeps what is proposed now, as far as there is any. */
    public Answer asProposed(Fulfilment order, SiteCode site, Author author) {
        List<Reservations.Keeping> keepings = new ArrayList<>();
        for (Line line : lines(order, site)) {
            if (line.proposal().picks().isEmpty()) continue;
            keepings.add(keeping(order, line, line.proposal().picks()));
        }
        return answer(reservations.keep(keepings, null, author));
    }

    private static Reservations.Keeping keeping(Fulfilment order, Line line, List<Pick> picks) {
        return new Reservations.Keeping(
                order.order().code(), line.state().number(), line.proposal().need(), picks, null);
    }

    /** Keeps what was chosen; refused with {@code fefo_overridden} where a reason is missing. */
    public Answer choose(Fulfilment order, SiteCode site, Choice choice, Author author) {
        List<Reservations.Keeping> keepings = new ArrayList<>();
        List<Violation> why = new ArrayList<>();
        for (Line line : lines(order, site)) {
            List<Pick> picks = new ArrayList<>();
            for (int i = 0; i < choice.picks().size(); i++) {
                if (choice.lines().get(i) == line.state().number())
                    picks.add(choice.picks().get(i));
            }
            if (picks.isEmpty()) continue;
            tooMuch(line, picks).ifPresent(why::add);
            if (choice.reason().isBlank()) passedOver(line, picks).ifPresent(why::add);
            keepings.add(keeping(order, line, picks));
        }
        if (!why.isEmpty()) return new Answer.Refused(why);
        String reason = choice.reason().isBlank() ? null : FEFO_OVERRIDDEN + ": " + choice.reason();
        return answer(reservations.keep(keepings, reason, author));
    }

    private static Optional<Violation> tooMuch(Line line, List<Pick> picks) {
        Quantity sum = Quantity.zero(line.state().ordered().unit());
        for (Pick pick : picks) sum = sum.plus(pick.quantity());
        Quantity most = line.state().unallocated();
        return most.isLessThan(sum)
                ? Optional.of(new Violation(
                        "over_shipment",
                        "quantity",
                        null,
                        "Line " + line.state().number() + " lacks " + most + "; " + sum
                                + " is more."))
                : Optional.empty();
    }

    private Optional<Violation> passedOver(Line line, List<Pick> picks) {
        return reservations
                .passedOver(line.proposal().need(), picks)
                .map(offer -> new Violation(
                        FEFO_OVERRIDDEN,
                        "lot",
                        offer.portion(),
                        Fitness.expiring(offer) + " and is passed over; say why."));
    }

    private static Answer answer(Reservations.Answer answer) {
        return switch (answer) {
            case Reservations.Answer.Kept(var kept) -> new Answer.Allocated(kept);
            case Reservations.Answer.Refused(var why) -> new Answer.Refused(why);
        };
    }
}
