package stemma.journal.store;

import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.journal.Checkpoint;
import stemma.journal.Entry;

import java.util.List;

import javax.sql.DataSource;

/** What a restore writes, as the owner of the tables. */
public final class RestoreTable {
    private final JdbcTemplate template;
    private final JdbcClient database;
    private final SealTable seals;

    public RestoreTable(DataSource owner) {
        this.template = new JdbcTemplate(owner);
        this.database = JdbcClient.create(template);
        this.seals = new SealTable(owner);
    }

    /** Returns whether the journal is empty; until the transaction ends nobody else writes it. */
    public boolean isEmptyAndLocked() {
        database.sql("LOCK TABLE journal.sealer_state, journal.entry, journal.entry_key"
                        + " IN EXCLUSIVE MODE")
                .update();
        return database.sql("SELECT NOT EXISTS (SELECT FROM journal.entry)"
                        + " AND NOT EXISTS (SELECT FROM journal.leaf)"
                        + " AND NOT EXISTS (SELECT FROM journal.checkpoint)")
                .query(Boolean.class)
                .single();
    }

    /** Writes the entries with their keys, leaves and tiles, and moves the numbers past them. */
    public void send(List<Entry> entries, List<byte[]> digests, long lastSeq, NewNodes nodes) {
        database.sql("SELECT setval('journal.seq', ?)")
                .param(lastSeq)
                .query(Long.class)
                .single();
        seals.makeRoom();
        BinaryCopy rows = new BinaryCopy();
        BinaryCopy keys = new BinaryCopy();
        for (int i = 0; i < entries.size(); i++) {
            EntryTable.add(rows, entries.get(i));
            keys.row(3).add(entries.get(i).id()).add(entries.get(i).seq()).add(digests.get(i));
        }
        template.execute((ConnectionCallback<Long>)
                connection -> rows.send(connection, "journal.entry " + EntryTable.COLUMNS)
                        + keys.send(connection, "journal.entry_key (id, seq, digest)"));
        seals.send(nodes);
    }

    public void add(Checkpoint checkpoint, long lastSeq) {
        seals.add(checkpoint, lastSeq);
    }

    /** The sealer has seen no transaction of this database yet; its first pass reads them all. */
    public void keepState(long size, long lastSeq, byte[] frontier) {
        seals.keepState("1:1:", size, lastSeq, frontier);
    }
}
