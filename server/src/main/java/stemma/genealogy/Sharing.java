package stemma.genealogy;

import stemma.identifiers.Portion;
import stemma.identifiers.ResourceCode;
import stemma.lots.Lot;

import java.util.List;
import java.util.Set;

/**
 * What several things asked about may contain, and which of them: every lot, run and resource
 * upstream of any of them, the asked themselves among the lots. The asked are numbered from 0.
 */
public record Sharing(
        int asked, List<SharedLot> lots, List<SharedRun> runs, List<SharedResource> resources) {
    public Sharing {
        lots = List.copyOf(lots);
        runs = List.copyOf(runs);
        resources = List.copyOf(resources);
    }

    /** Where something stands that only one of the asked has. */
    public enum Turn {
        /** Several of the asked have it. */
        SHARED,
        /** Only one has it, and what it comes of straight is shared: here they part. */
        PARTS,
        /** Only one has it, and the record knows of nothing that it comes of. */
        BEGINS,
        /** Only one has it, on the way from there. */
        BETWEEN
    }

    /**
     * A lot, or units of a block: in which of the asked it may be, in how many generations from the
     * nearest, in how many from all of them together.
     */
    public record SharedLot(
            Lot lot, Portion portion, Set<Integer> by, int nearest, long together, Turn turn) {
        public SharedLot {
            by = Set.copyOf(by);
        }
    }

    /** A run through which some of the asked came. */
    public record SharedRun(TracedRun run, Set<Integer> by, Turn turn) {
        public SharedRun {
            by = Set.copyOf(by);
        }
    }

    /** A line, tank or tool that touched what some of the asked came of. */
    public record SharedResource(ResourceCode resource, Set<Integer> by) {
        public SharedResource {
            by = Set.copyOf(by);
        }
    }
}
