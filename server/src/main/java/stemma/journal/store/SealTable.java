package stemma.journal.store;

import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.journal.Checkpoint;

import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

/** What the sealer reads and writes; all of one pass in one transaction. */
public final class SealTable {
    private static final int FETCH = 10_000;

    private final JdbcTemplate template;
    private final JdbcClient database;

    public SealTable(DataSource sealer) {
        this.template = new JdbcTemplate(sealer);
        this.template.setFetchSize(FETCH);
        this.database = JdbcClient.create(template);
    }

    /** Is told of one entry that has no position yet. */
    public interface Unsealed {
        void entry(long seq, byte[] leaf);
    }

    /** Makes the partitions that the next entries will need. */
    public void makeRoom() {
        database.sql("SELECT journal.make_room()").query(Integer.class).single();
    }

    /**
     * Waits until no other sealer works. LOCK takes no snapshot: the one that the transaction works
     * on is then taken after the other sealer's commit, and sees it.
     */
    public void alone() {
        database.sql("LOCK TABLE journal.sealer_state IN SHARE ROW EXCLUSIVE MODE")
                .update();
    }

    public SealerState state() {
        return database.sql("""
                        SELECT snapshot::text, size, last_seq, frontier,
                               pg_current_snapshot()::text AS now,
                               pg_snapshot_xmin(pg_current_snapshot())::text AS oldest
                          FROM journal.sealer_state
                        """)
                .query((row, number) -> new SealerState(
                        row.getString("snapshot"),
                        row.getLong("size"),
                        row.getLong("last_seq"),
                        row.getBytes("frontier"),
                        row.getString("now"),
                        Long.parseLong(row.getString("oldest"))))
                .single();
    }

    /** Tells of every visible entry that the snapshot did not show, by number. */
    public void eachUnsealed(String snapshot, Unsealed unsealed) {
        template.query(
                """
                WITH news AS MATERIALIZED (
                    SELECT seq, sha256('\\x00'::bytea || envelope || body) AS leaf
                      FROM journal.entry
                     WHERE txid >= pg_snapshot_xmin(?::pg_snapshot)
                       AND NOT pg_visible_in_snapshot(txid, ?::pg_snapshot))
                SELECT seq, leaf FROM news n
                 WHERE (SELECT l.seq FROM journal.leaf l WHERE l.seq = n.seq) IS NULL
                 ORDER BY seq
                """,
                row -> {
                    unsealed.entry(row.getLong("seq"), row.getBytes("leaf"));
                },
                snapshot,
                snapshot);
    }

    public List<Gap> gaps() {
        return database.sql("SELECT first_seq, last_seq, noted::text FROM journal.open_gap")
                .query((row, number) -> new Gap(
                        row.getLong("first_seq"),
                        row.getLong("last_seq"),
                        Long.parseLong(row.getString("noted"))))
                .list();
    }

    /** Returns the id of this transaction, greater than any that has drawn a number so far. */
    public long me() {
        return Long.parseLong(database.sql("SELECT pg_current_xact_id()::text")
                .query(String.class)
                .single());
    }

    public void keepGaps(List<Gap> gaps) {
        database.sql("DELETE FROM journal.open_gap").update();
        if (gaps.isEmpty()) return;
        database.sql("""
                        INSERT INTO journal.open_gap (first_seq, last_seq, noted)
                        SELECT f, l, n::text::xid8 FROM unnest(:first, :last, :noted) AS g (f, l, n)
                        """)
                .param("first", Sets.longs(gaps.stream().mapToLong(Gap::first).toArray()))
                .param("last", Sets.longs(gaps.stream().mapToLong(Gap::last).toArray()))
                .param("noted", Sets.longs(gaps.stream().mapToLong(Gap::noted).toArray()))
                .update();
    }

    public void send(NewNodes nodes) {
        template.execute((ConnectionCallback<Integer>) connection -> {
            nodes.send(connection);
            return 0;
        });
    }

    public void keepState(String snapshot, long size, long lastSeq, byte[] frontier) {
        database.sql("""
                        UPDATE journal.sealer_state
                           SET snapshot = ?::pg_snapshot, size = ?, last_seq = ?, frontier = ?
                        """).params(snapshot, size, lastSeq, frontier).update();
    }

    public void add(Checkpoint checkpoint, long lastSeq) {
        database.sql("""
                        INSERT INTO journal.checkpoint (size, root, last_seq, at, note)
                        VALUES (:size, :root, :last, :at, :note)
                        """)
                .param("size", checkpoint.size())
                .param("root", checkpoint.root())
                .param("last", lastSeq)
                .param("at", java.sql.Timestamp.from(checkpoint.at()))
                .param("note", checkpoint.note())
                .update();
    }

    public Optional<Checkpoint> last() {
        return database.sql("SELECT size, root, at, note FROM journal.checkpoint"
                        + " ORDER BY size DESC LIMIT 1")
                .query(Rows::checkpoint)
                .optional();
    }

    /** Returns the checkpoints by which one key handed the log over to the next, in order. */
    public List<Checkpoint> handovers() {
        return Rows.handovers(database);
    }
}
