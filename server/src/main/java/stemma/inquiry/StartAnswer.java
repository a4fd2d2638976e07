package stemma.inquiry;

import stemma.genealogy.IndexState;
import stemma.journal.Checked;
import stemma.journal.SealedSize;
import stemma.stock.Hold;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What stands open at a moment: holds in force, gaps, shipments and lots on the road, what is
 * sealed and how it was last checked, and how the index of this node follows.
 */
public record StartAnswer(
        Instant at,
        List<Hold> holds,
        long gaps,
        int shipments,
        int lotsOnTheRoad,
        SealedSize sealed,
        Optional<Checked> checked,
        IndexState index) {
    public StartAnswer {
        holds = List.copyOf(holds);
    }
}
