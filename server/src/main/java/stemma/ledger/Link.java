package stemma.ledger;

import stemma.identifiers.Portion;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.RunId;
import stemma.quantity.Quantity;

import java.util.List;

/** What an event states of the genealogy: a lot fed a run or a vessel, or came out of one. */
public sealed interface Link {
    /** The lot concerned. */
    Portion lot();

    /** How much of it, in its own unit. */
    Quantity quantity();

    /** A lot fed a run; {@code into} names the outputs where that was recorded. */
    record Fed(RunId run, Likeness likeness, Portion lot, Quantity quantity, List<Portion> into)
            implements Link {}

    /** A run yielded a lot. */
    record Yielded(RunId run, Likeness likeness, Portion lot, Quantity quantity) implements Link {}

    /** A lot was filled into a vessel. */
    record FilledInto(ResourceCode vessel, Portion lot, Quantity quantity) implements Link {}

    /** A lot was drawn from a vessel. */
    record DrawnFrom(ResourceCode vessel, Portion lot, Quantity quantity) implements Link {}

    /** Whether a run makes something new, or the outputs are siblings of one material. */
    enum Likeness {
        NEW_MATERIAL,
        SAME_MATERIAL
    }
}
