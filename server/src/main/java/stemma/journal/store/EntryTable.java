package stemma.journal.store;

import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.journal.Entry;
import stemma.journal.Known;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

/** Entries and their keys, as the application writes and reads them. */
public final class EntryTable {
    // Above this COPY is quicker than one statement over arrays.
    private static final int MANY = 200;
    static final String COLUMNS = "(seq, kind, id, recorded_at, envelope, body)";

    private final JdbcTemplate template;
    private final JdbcClient database;

    public EntryTable(DataSource app) {
        this.template = new JdbcTemplate(app);
        this.database = JdbcClient.create(template);
    }

    /**
     * Draws numbers and the moment. The transaction takes its id before it draws, so that a number
     * which is still missing always belongs to a transaction that the sealer can see running.
     */
    public Drawn draw(int count) {
        List<Long> seqs = new ArrayList<>(count);
        List<Instant> moments = new ArrayList<>(1);
        database.sql("""
                        WITH me AS MATERIALIZED (SELECT pg_current_xact_id() AS txid)
                        SELECT nextval('journal.seq') AS seq,
                               clock_timestamp() AS at
                          FROM me, generate_series(1, ?) WHERE me.txid IS NOT NULL
                        """).param(count).query(row -> {
            seqs.add(row.getLong("seq"));
            if (moments.isEmpty()) moments.add(Rows.moment(row, "at"));
        });
        long[] ascending = seqs.stream().mapToLong(Long::longValue).sorted().toArray();
        return new Drawn(ascending, moments.getFirst());
    }

    /** Inserts entries and then their keys; returns how many of the keys were free. */
    public int insert(List<Entry> entries, List<byte[]> digests) {
        return entries.size() > MANY ? copy(entries, digests) : insertSet(entries, digests);
    }

    private int insertSet(List<Entry> entries, List<byte[]> digests) {
        return database.sql("""
                        WITH fresh AS MATERIALIZED (
                            SELECT * FROM unnest(:seqs, :kinds, :ids, :envelopes, :bodies, :digests)
                                AS f (seq, kind, id, envelope, body, digest)),
                        kept AS (
                            INSERT INTO journal.entry (seq, kind, id, recorded_at, envelope, body)
                            SELECT seq, kind, id, :at, envelope, body FROM fresh ORDER BY seq)
                        INSERT INTO journal.entry_key (id, seq, digest)
                        SELECT id, seq, digest FROM fresh ORDER BY id
                        ON CONFLICT DO NOTHING
                        """)
                .param("seqs", Sets.longs(seqs(entries)))
                .param("kinds", Sets.shorts(kinds(entries)))
                .param("ids", Sets.uuids(ids(entries)))
                .param("at", java.sql.Timestamp.from(entries.getFirst().recordedAt()))
                .param(
                        "envelopes",
                        Sets.bytes(entries.stream().map(Entry::envelope).toList()))
                .param("bodies", Sets.bytes(entries.stream().map(Entry::body).toList()))
                .param("digests", Sets.bytes(digests))
                .update();
    }

    private int copy(List<Entry> entries, List<byte[]> digests) {
        BinaryCopy copy = new BinaryCopy();
        for (Entry entry : entries) add(copy, entry);
        template.execute((ConnectionCallback<Long>)
                connection -> copy.send(connection, "journal.entry " + COLUMNS));
        return database.sql("""
                        INSERT INTO journal.entry_key (id, seq, digest)
                        SELECT * FROM unnest(:ids, :seqs, :digests) AS k (id, seq, digest)
                         ORDER BY id
                        ON CONFLICT DO NOTHING
                        """)
                .param("ids", Sets.uuids(ids(entries)))
                .param("seqs", Sets.longs(seqs(entries)))
                .param("digests", Sets.bytes(digests))
                .update();
    }

    static void add(BinaryCopy copy, Entry entry) {
        copy.row(6).add(entry.seq()).addShort(entry.kind().code()).add(entry.id());
        copy.add(entry.recordedAt()).add(entry.envelope()).add(entry.body());
    }

    /** Returns which of the ids stand in the journal, as this transaction sees it. */
    public Map<UUID, Known> known(Collection<UUID> ids) {
        Map<UUID, Known> known = HashMap.newHashMap(ids.size());
        if (ids.isEmpty()) return known;
        database.sql("SELECT id, seq, digest FROM journal.entry_key WHERE id = ANY (?)")
                .param(Sets.uuids(ids))
                .query(row -> {
                    known.put(
                            row.getObject("id", UUID.class),
                            new Known(row.getLong("seq"), row.getBytes("digest")));
                });
        return known;
    }

    /** Returns the entries with these numbers, by number. */
    public List<Entry> read(Collection<Long> seqs) {
        if (seqs.isEmpty()) return List.of();
        return database.sql("SELECT " + Rows.ENTRY
                        + " FROM journal.entry e WHERE e.seq = ANY (?) ORDER BY e.seq")
                .param(Sets.longs(seqs))
                .query(Rows::entry)
                .list();
    }

    /** Returns the entries numbered within (after, end), the smallest first. */
    public List<Entry> between(long after, long end, int limit) {
        return database.sql("SELECT " + Rows.ENTRY + " FROM journal.entry e"
                        + " WHERE e.seq > ? AND e.seq < ? ORDER BY e.seq LIMIT ?")
                .params(after, end, limit)
                .query(Rows::entry)
                .list();
    }

    /** Returns the entries numbered within [first, before), the greatest first. */
    public List<Entry> back(long before, long first, int limit) {
        return database.sql("SELECT " + Rows.ENTRY + " FROM journal.entry e"
                        + " WHERE e.seq < ? AND e.seq >= ? ORDER BY e.seq DESC LIMIT ?")
                .params(before, first, limit)
                .query(Rows::entry)
                .list();
    }

    /** Halves the numbers until the first that was recorded at or after the moment is found. */
    public Optional<Long> seqFrom(Instant moment) {
        long low = 0;
        long high = database.sql("SELECT coalesce(max(seq), 0) + 1 FROM journal.entry")
                .query(Long.class)
                .single();
        long end = high;
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (isAt(middle, moment)) high = middle;
            else low = middle + 1;
        }
        return low < end ? Optional.of(low) : Optional.empty();
    }

    private boolean isAt(long seq, Instant moment) {
        return database.sql("SELECT recorded_at >= ? FROM journal.entry WHERE seq >= ?"
                        + " ORDER BY seq LIMIT 1")
                .params(java.sql.Timestamp.from(moment), seq)
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    /** Returns the entry that bears the id. */
    public Optional<Entry> find(UUID id) {
        return database.sql("SELECT " + Rows.ENTRY + " FROM journal.entry_key k"
                        + " JOIN journal.entry e ON e.seq = k.seq WHERE k.id = ?")
                .param(id)
                .query(Rows::entry)
                .optional();
    }

    private static long[] seqs(List<Entry> entries) {
        return entries.stream().mapToLong(Entry::seq).toArray();
    }

    private static int[] kinds(List<Entry> entries) {
        return entries.stream().mapToInt(entry -> entry.kind().code()).toArray();
    }

    private static List<UUID> ids(List<Entry> entries) {
        return entries.stream().map(Entry::id).toList();
    }
}
