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

    private final JdbcTemplate template;
    private final JdbcClient database;

    public InspectTable(DataSource app) {
        this.template = new JdbcTemplate(app);
        this.template.setFetchSize(FETCH);
        this.database = JdbcClient.create(template);
    }

    /** Tells of every leaf by position; needs a transaction. */
    public void each(Consumer<InspectedRow> reader) {
        template.query(
                "SELECT l.position, l.seq AS leaf_seq, l.hash, k.digest, " + Rows.ENTRY
                        + " FROM journal.leaf l LEFT JOIN journal.entry e ON e.seq = l.seq"
                        + " LEFT JOIN journal.entry_key k ON k.id = e.id AND k.seq = e.seq"
                        + " ORDER BY l.position",
                row -> {
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

    public List<Checkpoint> checkpoints() {
        return database.sql("SELECT size, root, at, note FROM journal.checkpoint ORDER BY size")
                .query(Rows::checkpoint)
                .list();
    }

    /** Returns entries that the sealer saw and that have no leaf now. */
    public List<Long> unsealedBefore() {
        return database.sql("""
                        SELECT e.seq FROM journal.entry e, journal.sealer_state s
                         WHERE pg_visible_in_snapshot(e.txid, s.snapshot)
                           AND NOT EXISTS (SELECT FROM journal.leaf l WHERE l.seq = e.seq)
                         ORDER BY e.seq
                        """).query((row, count) -> row.getLong(1)).list();
    }
}
