package stemma.genealogy;

import stemma.database.AtOnce;
import stemma.lots.Lot;
import stemma.stock.Balance;

import java.util.Collection;
import java.util.List;

/**
 * What else is asked of the lots that a trace reaches, in a message that it sends in any case. It
 * may not be asked at all, and of several times the last counts.
 */
@FunctionalInterface
public interface Alongside {
    /** Asks nothing else. */
    Alongside NOTHING = (_, _, _) -> {};

    /** Asks of these lots, of which these are all balances. */
    void ask(AtOnce message, Collection<Lot> reached, List<Balance> balances);

    /** Is told where the answer was read later than what was asked, which then is not of it. */
    default void forget() {}
}
