package stemma.stock;

import stemma.ledger.Rule;
import stemma.lots.Lot;

/** Says in one sentence why a lot must not be taken. */
public final class Fitness {
    private Fitness() {}

    /** Returns the sentence for a rule that stands against taking the lot. */
    public static String words(Lot lot, Rule rule) {
        return "Lot " + lot.number() + " " + rest(lot, rule);
    }

    /** Returns what expires when, and where it stands. */
    public static String expiring(Offer offer) {
        return "Lot " + offer.lot().number() + " at " + Places.words(offer.place()) + " expires on "
                + offer.lot().passport().expiry();
    }

    private static String rest(Lot lot, Rule rule) {
        if (rule == Rule.LOT_IS_HELD) return "is held.";
        if (rule == Rule.LOT_IS_RETAINED) return "is kept as a retained sample.";
        if (rule == Rule.LOT_REJECTED) return "is rejected.";
        if (rule == Rule.LOT_NOT_RELEASED) return "is not released yet.";
        if (rule == Rule.LOT_RESTRICTED) return "is restricted: it may be used, not shipped.";
        if (rule == Rule.LOT_EXPIRED) return "expired on " + lot.passport().expiry() + ".";
        if (rule == Rule.RETEST_DUE)
            return "was to be tested again by " + lot.passport().retest() + ".";
        if (rule == Rule.SHELF_LIFE_TOO_SHORT)
            return "expires on " + lot.passport().expiry() + ", too early for this customer.";
        if (rule == Rule.LOT_IS_RESERVED) return "is kept for another order.";
        return "breaks " + rule.code() + ".";
    }
}
