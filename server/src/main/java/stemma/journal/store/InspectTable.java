package stemma.journal.store;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.journal.Checkpoint;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

import javax.sql.DataSource;

/** The log as it stands, with nothing taken for granted. */
public final class InspectTable {
    private static final int FETCH = 1_000;
    private static final String ROWS =
            "SELECT l.position, l.seq AS leaf_seq, l.hash, k.digest, " + Rows.ENTRY
                    + " FROM journal.leaf l LEFT JOIN journal.entry e ON e.seq = l.seq"
                    + " LEFT JOIN journal.entry_key k ON k.id = e.id AND k.seq = e.seq";

    private final JdbcTemplate template;
    private final JdbcClient database;

    public InspectTable(DataSource app) {
        this.template = new JdbcTemplate(app);
        this.template.setFetchSize(FETCH);
        this.database = JdbcClient.create(template);
    }

    /** Returns the leaves from a position on, at most so many. */
    public List<InspectedRow> some(long from, int count) {
        return database.sql(ROWS + " WHERE l.position >= ? ORDER BY l.position LIMIT ?")
                .params(from, count)
                .query((row, number) -> inspected(row))
                .list();
    }

    /** Tells of every leaf by position; needs a transaction. */
    public void each(Consumer<InspectedRow> reader) {
        template.query(ROWS + " ORDER BY l.position", row -> {
            reader.accept(inspected(row));
        });
    }

    private static InspectedRow inspected(ResultSet row) throws SQLException {
        boolean missing = row.getObject("seq") == null;
        return new InspectedRow(
                row.getLong("position"),
                row.getLong("leaf_seq"),
                row.getBytes("hash"),
                missing ? null : Rows.entry(row, 0),
                row.getBytes("digest"));
    }

    public boolean isTile(int level, long number, byte[] hash) {
        return database.sql("SELECT EXISTS (SELECT FROM journal.tile"
                        + " WHERE level = ? AND number = ? AND hash = ?)")
                .params(level, number, hash)
                .query((row, count) -> row.getBoolean(1))
                .single();
    }

    /** Returns how many entries the largest checkpoint covers. */
    public long covered() {
        return database.sql("SELECT coalesce(max(size), 0) FROM journal.checkpoint")
                .query(Long.class)
                .single();
    }

    /** Returns the checkpoints of sizes from one up to another. */
    public List<Checkpoint> checkpoints(long from, long to) {
        return database.sql("SELECT size, root, at, note FROM journal.checkpoint"
                        + " WHERE size BETWEEN ? AND ? ORDER BY size")
                .params(from, to)
                .query(Rows::checkpoint)
                .list();
    }

    /** Returns the checkpoints by which one key handed the log over to the next, in order. */
    public List<Checkpoint> handovers() {
        return Rows.handovers(database);
    }

    /** Returns entries of these numbers that the sealer saw and that have no leaf now. */
    public List<Long> unsealedBefore(long from, long to) {
        return database.sql("""
                        SELECT e.seq FROM journal.entry e, journal.sealer_state s
                         WHERE e.seq BETWEEN ? AND ?
                           AND pg_visible_in_snapshot(e.txid, s.snapshot)
                           AND NOT EXISTS (SELECT FROM journal.leaf l WHERE l.seq = e.seq)
                         ORDER BY e.seq
                        """)
                .params(from, to)
                .query((row, count) -> row.getLong(1))
                .list();
    }
}
