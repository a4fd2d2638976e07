package stemma.verifier;

import java.math.BigDecimal;
import java.util.List;

/**
 * That material of a lot went into a run or vessel, or came out of it.
 *
 * @param node the run's id or the vessel's code
 * @param into of a run, the outputs that an input went into alone; none means all
 */
record Link(Side side, String node, Portion lot, BigDecimal quantity, List<Portion> into) {

    /** Which way the material went. */
    enum Side {
        FED,
        YIELDED,
        FILLED,
        DRAWN
    }

    static Link of(Side side, String node, Portion lot, Amount amount) {
        return new Link(side, node, lot, amount.number(), List.of());
    }
}
