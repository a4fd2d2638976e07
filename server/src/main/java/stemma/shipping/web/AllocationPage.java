package stemma.shipping.web;

import stemma.identifiers.SiteCode;
import stemma.shipping.Fulfilment;
import stemma.shipping.OrderLineState;
import stemma.stock.Offer;
import stemma.stock.Pick;
import stemma.stock.Proposal;

import java.util.List;

/**
 * What is proposed for the lines of an order, first expired first, beside all else that might be
 * taken and what must not be; and what stood against what was chosen instead.
 */
public record AllocationPage(
        Fulfilment order, SiteCode site, List<Line> lines, List<String> against, String code) {
    static final int SHOWN = 50;
    /** Why something else is taken than what expires first. */
    public static final List<String> REASONS =
            List.of("customer_asked", "hard_to_reach", "damaged", "whole_pallet", "other");

    /** A line with its proposal, and the first offers of all there are. */
    public record Line(OrderLineState state, Proposal proposal, List<Choice> choices, int offers) {}

    /** What might be taken, and how much of it was proposed or chosen. */
    public record Choice(Offer offer, String quantity) {
        static Choice of(Offer offer, Proposal proposal) {
            for (Pick pick : proposal.picks()) {
                if (pick.place().equals(offer.place()) && pick.lot().overlaps(offer.portion()))
                    return new Choice(offer, pick.quantity().number());
            }
            return new Choice(offer, "");
        }
    }

    public boolean isRefused() {
        return !against.isEmpty();
    }

    public boolean needsReason() {
        return code.equals("fefo_overridden");
    }
}
