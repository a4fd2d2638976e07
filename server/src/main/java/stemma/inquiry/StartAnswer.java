package stemma.inquiry;

import stemma.genealogy.IndexState;
import stemma.journal.SealedSize;
import stemma.stock.Hold;

import java.time.Instant;
import java.util.List;

/**
 * What stands open at a moment: holds in force, gaps, shipments and lots on the road, what is
 * sealed, and how the index of this node follows.
 */
public record StartAnswer(
        Instant at,
        List<Hold> holds,
        long gaps,
        int shipments,
        int lotsOnTheRoad,
        SealedSize sealed,
        IndexState index) {
    public StartAnswer {
        holds = List.copyOf(holds);
    }
}
