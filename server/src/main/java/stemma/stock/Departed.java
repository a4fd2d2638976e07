package stemma.stock;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.stock.store.DepartureRows;

import java.util.List;

/** What went on the road, for who follows the journal entry by entry. */
public final class Departed {
    private final DepartureRows rows;

    public Departed(JdbcClient database) {
        this.rows = new DepartureRows(database);
    }

    /** Returns what these entries sent, whether it was ended since or not. */
    public List<ShippedUnits> under(long[] seqs) {
        return rows.under(seqs);
    }

    /** Returns what had been sent by entries that these corrected. */
    public List<ShippedUnits> endedBy(long[] seqs) {
        return rows.endedBy(seqs);
    }
}
