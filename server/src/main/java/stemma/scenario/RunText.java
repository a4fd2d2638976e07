package stemma.scenario;

import org.jspecify.annotations.Nullable;

import stemma.catalog.ResourceKind;
import stemma.identifiers.OrderCode;
import stemma.identifiers.RunId;
import stemma.ledger.Run;
import stemma.ledger.RunBasis;
import stemma.ledger.RunKind;

/**
 * A run as written: its code, order, line, kind, what shows that it began clear, the run before it.
 */
record RunText(
        String id,
        @Nullable String order,
        @Nullable String line,
        RunKind kind,
        RunBasis basis,
        @Nullable String after) {

    /** Reads {@code WO-55 for SO-1 on line L-1 rework clear by cleaning after WO-54}. */
    static RunText read(Words words) {
        String id = words.next("a run");
        String order = null;
        String line = null;
        RunKind kind = RunKind.PRODUCTION;
        RunBasis basis = RunBasis.NONE;
        String after = null;
        while (true) {
            if (words.take("for")) order = words.next("an order");
            else if (words.take("on", "line")) line = words.next("a line");
            else if (words.take("rework")) kind = RunKind.REWORK;
            else if (words.take("blend")) kind = RunKind.BLEND;
            else if (words.take("disassembly")) kind = RunKind.DISASSEMBLY;
            else if (words.take("clear", "by", "clearance")) basis = RunBasis.CLEARANCE;
            else if (words.take("clear", "by", "cleaning")) basis = RunBasis.CLEANING;
            else if (words.take("discrete", "unit")) basis = RunBasis.DISCRETE_UNIT;
            else if (words.take("after")) after = words.next("the run before");
            else return new RunText(id, order, line, kind, basis, after);
        }
    }

    Run run(Cast cast) {
        return new Run(
                new RunId(id),
                order == null ? null : new OrderCode(order),
                line == null ? null : cast.resource(line, ResourceKind.EQUIPMENT),
                kind,
                basis,
                after == null ? null : new RunId(after));
    }
}
