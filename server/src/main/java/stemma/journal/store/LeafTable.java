package stemma.journal.store;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.database.Select;
import stemma.journal.Checkpoint;
import stemma.journal.Entry;
import stemma.journal.EntryKind;
import stemma.journal.Knowledge;
import stemma.journal.SealedEntry;
import stemma.journal.SealedSize;

import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import javax.sql.DataSource;

/** The sealed log as the application reads it. */
public final class LeafTable {
    private static final int FETCH = 1_000;
    private static final String NEWS = " WHERE e.txid >= pg_snapshot_xmin(?::pg_snapshot)"
            + " AND NOT pg_visible_in_snapshot(e.txid, ?::pg_snapshot)";

    private final JdbcTemplate template;
    private final JdbcClient database;

    public LeafTable(DataSource app) {
        this.template = new JdbcTemplate(app);
        this.template.setFetchSize(FETCH);
        this.database = JdbcClient.create(template);
    }

    /** Returns how many entries are sealed. */
    public long size() {
        return database.sql("SELECT size FROM journal.sealer_state")
                .query(Long.class)
                .single();
    }

    /** Returns how many entries are sealed, and how many are not, as one statement saw both. */
    public SealedSize sealed() {
        return askSealed().from(database).getFirst();
    }

    /** Asks for the same, in one row. */
    public static Select<SealedSize> askSealed() {
        return new Select<>(
                """
                SELECT s.size, (
                    SELECT count(*) FROM journal.entry e
                     WHERE e.txid >= pg_snapshot_xmin(s.snapshot)
                       AND NOT pg_visible_in_snapshot(e.txid, s.snapshot)
                       AND coalesce((SELECT l.position FROM journal.leaf l
                           WHERE l.seq = e.seq), s.size) >= s.size) AS unsealed
                  FROM journal.sealer_state s
                """,
                List.of(),
                (row, number) -> new SealedSize(row.getLong("size"), row.getLong("unsealed")));
    }

    /** Returns what was known at the size; the caller has checked that so much is sealed. */
    public Knowledge knowledge(long size) {
        return database.sql("""
                        WITH base AS (
                            SELECT size, last_seq FROM journal.checkpoint WHERE size <= :size
                            UNION ALL SELECT 0, 0 ORDER BY size DESC LIMIT 1),
                        last AS (
                            SELECT greatest(b.last_seq, (SELECT max(l.seq) FROM journal.leaf l
                                WHERE l.position >= b.size AND l.position < :size)) AS seq
                              FROM base b)
                        SELECT last.seq AS last_seq, ARRAY(
                            SELECT l.seq FROM journal.leaf l
                             WHERE l.late AND l.position >= :size AND l.seq < last.seq
                             UNION
                            SELECT generate_series(g.first_seq, least(g.last_seq, last.seq))
                              FROM journal.open_gap g WHERE g.first_seq < last.seq
                             ORDER BY 1) AS except
                          FROM last
                        """)
                .param("size", size)
                .query((row, number) ->
                        new Knowledge(size, row.getLong("last_seq"), longs(row.getArray("except"))))
                .single();
    }

    private static long[] longs(Array array) throws SQLException {
        return Arrays.stream((Long[]) array.getArray())
                .mapToLong(Long::longValue)
                .toArray();
    }

    /** Returns the nodes of a level (0: leaves) numbered [from, to), in order. */
    public List<byte[]> nodes(int level, long from, long to) {
        if (level == 0)
            return database.sql("SELECT hash FROM journal.leaf"
                            + " WHERE position >= ? AND position < ? ORDER BY position")
                    .params(from, to)
                    .query((row, number) -> row.getBytes(1))
                    .list();
        return database.sql("SELECT hash FROM journal.tile"
                        + " WHERE level = ? AND number >= ? AND number < ? ORDER BY number")
                .params(level, from, to)
                .query((row, number) -> row.getBytes(1))
                .list();
    }

    /** Returns the positions of those of the numbers that are sealed. */
    public Map<Long, Long> positions(Collection<Long> seqs) {
        Map<Long, Long> positions = HashMap.newHashMap(seqs.size());
        database.sql("SELECT seq, position FROM journal.leaf WHERE seq = ANY (?)")
                .param(Sets.longs(seqs))
                .query(row -> {
                    positions.put(row.getLong("seq"), row.getLong("position"));
                });
        return positions;
    }

    /** Tells of the sealed entries at positions [from, to), in order; needs a transaction. */
    public void each(long from, long to, Consumer<SealedEntry> reader) {
        template.query(
                "SELECT l.position, l.hash, " + Rows.ENTRY
                        + " FROM journal.leaf l JOIN journal.entry e ON e.seq = l.seq"
                        + " WHERE l.position >= ? AND l.position < ? ORDER BY l.position",
                row -> {
                    reader.accept(Rows.sealed(row, 0));
                },
                from,
                to);
    }

    /** Tells of every visible entry that the snapshot did not show, by number. */
    public void news(String snapshot, Consumer<Entry> reader) {
        template.query(
                "SELECT " + Rows.ENTRY + " FROM journal.entry e" + NEWS + " ORDER BY e.seq",
                row -> {
                    reader.accept(Rows.entry(row, 0));
                },
                snapshot,
                snapshot);
    }

    /** Says whether any entry is visible that the snapshot did not show. */
    public boolean isAnyNew(String snapshot) {
        return askNews(snapshot).from(database).getFirst();
    }

    /** Asks for the same, in one row. */
    public static Select<Boolean> askNews(String snapshot) {
        return new Select<>(
                "SELECT EXISTS (SELECT FROM journal.entry e" + NEWS + ")",
                List.of(snapshot, snapshot),
                (row, _) -> row.getBoolean(1));
    }

    /** Returns the seqs of every visible event that the snapshot did not show, in order. */
    public long[] newEvents(String snapshot) {
        return database
                .sql("SELECT e.seq FROM journal.entry e" + NEWS + " AND e.kind = ? ORDER BY e.seq")
                .params(snapshot, snapshot, EntryKind.EVENT.code())
                .query(Long.class)
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    /** Returns what the running statement sees; in REPEATABLE READ, what all of them see. */
    public String snapshot() {
        return database.sql("SELECT pg_current_snapshot()::text")
                .query(String.class)
                .single();
    }

    public List<Checkpoint> checkpoints() {
        return database.sql("SELECT size, root, at, note FROM journal.checkpoint ORDER BY size")
                .query(Rows::checkpoint)
                .list();
    }

    /** Returns the checkpoints by which one key handed the log over to the next, in order. */
    public List<Checkpoint> handovers() {
        return Rows.handovers(database);
    }

    /** Returns the last checkpoint at or before the moment. */
    public Optional<Checkpoint> checkpointAt(Instant moment) {
        return database.sql("SELECT size, root, at, note FROM journal.checkpoint WHERE at <= ?"
                        + " ORDER BY at DESC, size DESC LIMIT 1")
                .param(java.sql.Timestamp.from(moment))
                .query(Rows::checkpoint)
                .optional();
    }

    /** Returns the first checkpoint that covers so many leaves. */
    public Optional<Checkpoint> checkpointCovering(long size) {
        return database.sql("SELECT size, root, at, note FROM journal.checkpoint WHERE size >= ?"
                        + " ORDER BY size LIMIT 1")
                .param(size)
                .query(Rows::checkpoint)
                .optional();
    }

    /** Returns the sealed entry that bears the id. */
    public Optional<SealedEntry> sealed(UUID id) {
        return database.sql("SELECT l.position, l.hash, " + Rows.ENTRY
                        + " FROM journal.entry_key k JOIN journal.leaf l ON l.seq = k.seq"
                        + " JOIN journal.entry e ON e.seq = k.seq WHERE k.id = ?")
                .param(id)
                .query(Rows::sealed)
                .optional();
    }
}
