package stemma.stock;

import stemma.identifiers.ItemCode;
import stemma.identifiers.SiteCode;
import stemma.quantity.Quantity;

import java.time.LocalDate;

/**
 * What is asked for: a quantity of an item, in its base unit, at a site, to be used or shipped on a
 * day; what expires must be good at least until {@code lasting}, and all may have to be of one lot.
 */
public record Need(
        ItemCode item,
        SiteCode site,
        Purpose purpose,
        Quantity quantity,
        LocalDate day,
        LocalDate lasting,
        Spread spread) {

    /** Over how many lots the goods may be spread. */
    public enum Spread {
        ANY_LOTS,
        ONE_LOT
    }

    /** Returns the need for goods that are good on the day, of whatever lots. */
    public static Need of(
            ItemCode item, SiteCode site, Purpose purpose, Quantity quantity, LocalDate day) {
        return new Need(item, site, purpose, quantity, day, day, Spread.ANY_LOTS);
    }

    public Need lasting(LocalDate until) {
        return new Need(item, site, purpose, quantity, day, until, spread);
    }

    public Need ofOneLot() {
        return new Need(item, site, purpose, quantity, day, lasting, Spread.ONE_LOT);
    }

    public boolean isOfOneLot() {
        return spread == Spread.ONE_LOT;
    }
}
