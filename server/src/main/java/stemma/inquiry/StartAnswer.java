package stemma.inquiry;

import stemma.genealogy.IndexState;
import stemma.journal.Checked;
import stemma.journal.SealedSize;
import stemma.stock.Hold;

import java.time.Instant;
import java.util.List;

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
        List<Checked> checked,
        IndexState index) {
    public StartAnswer {
        holds = List.copyOf(holds);
        checked = List.copyOf(checked);
    }

    /** Returns the same answer to somebody who may know of these holds only. */
    public StartAnswer with(List<Hold> some) {
        return new StartAnswer(at, some, gaps, shipments, lotsOnTheRoad, sealed, checked, index);
    }

    /** Returns how much of the record was found not to hold when it was last proven. */
    public long found() {
        return checked.stream().mapToLong(Checked::found).sum();
    }

    /** Returns how many of the invariants have been proven by a whole round. */
    public long proven() {
        return checked.stream().filter(one -> one.at().isPresent()).count();
    }
}
