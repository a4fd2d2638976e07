package stemma.genealogy;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.OrderCode;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.RunId;
import stemma.identifiers.SiteCode;
import stemma.ledger.Link;

import java.time.Instant;

/**
 * A run that a trace went through: its kind in a word, its order and line where it has them, when
 * it began at the earliest. A sub-run stands for one input that went into some of the outputs.
 */
public record TracedRun(
        int number,
        RunId id,
        String kind,
        Link.Likeness likeness,
        SiteCode site,
        @Nullable OrderCode order,
        @Nullable ResourceCode line,
        Instant startedFrom,
        Extent extent)
        implements TraceNode {

    /** Whether it stands for the run or for a sub-run. */
    public enum Extent {
        RUN,
        SUBRUN
    }
}
