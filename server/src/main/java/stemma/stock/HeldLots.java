package stemma.stock;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.HoldCode;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.stock.store.MarkRows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What carries the mark of a hold: all that it reaches once its marking is complete, and as much as
 * it has come to before. Of a lifted hold, what it held when it was lifted.
 */
public final class HeldLots {
    private final MarkRows rows;
    private final Lots lots;

    public HeldLots(JdbcClient database, Lots lots) {
        this.rows = new MarkRows(database);
        this.lots = lots;
    }

    /** A lot, or units of a block, that a hold has marked. */
    public record Held(Lot lot, Portion units) {}

    /** Of so many lots that a hold has marked, so many carry the mark of another in force too. */
    public record Count(int lots, int heldByOthersToo) {
        /** Returns how many lots nothing else holds: they are free once this hold is lifted. */
        public int freeOnceLifted() {
            return lots - heldByOthersToo;
        }
    }

    /**
     * Returns the codes of the holds that may have been in force at an entry within [first, last].
     */
    public Set<HoldCode> within(long first, long last) {
        return rows.within(first, last);
    }

    /** Returns how many lots the hold has marked so far. */
    public Count count(HoldCode hold) {
        return rows.count(hold);
    }

    /** Returns a page of what the hold has marked, in the order in which the lots became known. */
    public List<Held> page(HoldCode hold, int offset, int limit) {
        List<Marked> marked = rows.page(hold, offset, limit);
        Map<Long, Lot> known = lots.byKey(marked.stream().map(Marked::lot).toList());
        List<Held> held = new ArrayList<>();
        for (Marked mark : marked) {
            Lot lot = Objects.requireNonNull(known.get(mark.lot()), "a marked lot is known");
            LotId first = new LotId(lot.id().birth(), mark.first());
            held.add(new Held(lot, new Portion(first, mark.last() - mark.first() + 1)));
        }
        return held;
    }
}
