package stemma.inquiry;

import stemma.journal.SealedSize;
import stemma.stock.Hold;

import java.time.Instant;
import java.util.List;

/**
 * What stands open at a moment: holds in force, gaps, shipments and lots on the road, what is
 * sealed.
 */
public record StartAnswer(
        Instant at,
        List<Hold> holds,
        long gaps,
        int shipments,
        int lotsOnTheRoad,
        SealedSize sealed) {
    public StartAnswer {
        holds = List.copyOf(holds);
    }
}
