package stemma.genealogy;

import stemma.identifiers.Portion;
import stemma.ledger.Evidence;
import stemma.lots.Lot;

/**
 * A lot, or units of a block, that a trace reached: in how many generations at the least, by which
 * way, how its strongest path is known at its weakest link, and whether no path avoids a pool.
 */
public record Reached(
        int number,
        Lot lot,
        Portion portion,
        int depth,
        Way way,
        Evidence evidence,
        boolean onlyThroughPools)
        implements TraceNode {}
