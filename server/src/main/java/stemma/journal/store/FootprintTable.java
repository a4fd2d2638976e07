package stemma.journal.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.Collection;
import java.util.List;

import javax.sql.DataSource;

/** Reads by what a record is known again of which a follower has read a part. */
public final class FootprintTable {
    private static final String ENTRY = "e.seq || ':' || e.id || ':' || e.txid";

    private final JdbcClient database;

    public FootprintTable(DataSource app) {
        this.database = JdbcClient.create(app);
    }

    /**
     * Returns what tells this database from every other: those copied from it too, once promoted.
     */
    public String database() {
        return database.sql("""
                SELECT (SELECT system_identifier FROM pg_control_system())
                    || '/' || (SELECT timeline_id FROM pg_control_checkpoint())
                    || '/' || (SELECT oid FROM pg_database WHERE datname = current_database())
                """).query((row, _) -> row.getString(1)).single();
    }

    /** Returns the entry with the highest seq among those that the snapshot shows. */
    public String newest(String snapshot) {
        return database.sql("SELECT " + ENTRY + " FROM journal.entry e"
                        + " WHERE pg_visible_in_snapshot(e.txid, ?::pg_snapshot)"
                        + " ORDER BY e.seq DESC LIMIT 1")
                .param(snapshot)
                .query((row, _) -> row.getString(1))
                .optional()
                .orElse("none");
    }

    /** Returns the entries that the snapshot shows and the sealer has not yet seen. */
    public List<String> unsealed(String snapshot) {
        return database.sql("SELECT " + ENTRY + " FROM journal.sealer_state s, journal.entry e"
                        + " WHERE e.txid >= pg_snapshot_xmin(s.snapshot)"
                        + " AND NOT pg_visible_in_snapshot(e.txid, s.snapshot)"
                        + " AND pg_visible_in_snapshot(e.txid, ?::pg_snapshot)")
                .param(snapshot)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Says whether every one of these entries is in the journal. */
    public boolean hasAll(Collection<String> entries) {
        Long[] seqs = entries.stream()
                .map(entry -> Long.valueOf(entry.substring(0, entry.indexOf(':'))))
                .toArray(Long[]::new);
        List<String> found = database.sql("SELECT " + ENTRY + " FROM journal.entry e"
                        + " WHERE e.seq = ANY (?::bigint[])")
                .param(seqs)
                .query((row, _) -> row.getString(1))
                .list();
        return found.containsAll(entries);
    }

    /** Says whether the snapshot cannot have been taken later than now. */
    public boolean isPast(String snapshot) {
        return database.sql("SELECT pg_snapshot_xmax(?::pg_snapshot)"
                        + " <= pg_snapshot_xmax(pg_current_snapshot())")
                .param(snapshot)
                .query(Boolean.class)
                .single();
    }
}
