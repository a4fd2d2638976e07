package stemma.journal.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.journal.Checkpoint;
import stemma.journal.Entry;
import stemma.journal.EntryKind;
import stemma.journal.SealedEntry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** How the journal's rows read as values. */
final class Rows {
    static final String ENTRY = "e.seq, e.kind, e.id, e.recorded_at, e.envelope, e.body";

    private Rows() {}

    static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong("seq"),
                EntryKind.ofCode(row.getInt("kind")),
                row.getObject("id", UUID.class),
                moment(row, "recorded_at"),
                row.getBytes("envelope"),
                row.getBytes("body"));
    }

    static SealedEntry sealed(ResultSet row, int number) throws SQLException {
        return new SealedEntry(row.getLong("position"), entry(row, number), row.getBytes("hash"));
    }

    static Checkpoint checkpoint(ResultSet row, int number) throws SQLException {
        return new Checkpoint(
                row.getLong("size"),
                row.getBytes("root"),
                moment(row, "at"),
                row.getString("note"));
    }

    /** Whoever owns the database can put a row there, but not sign it. */
    static List<Checkpoint> handovers(JdbcClient database) {
        return database
                .sql("SELECT size, root, at, note FROM journal.checkpoint"
                        + " WHERE note LIKE '%from %to %' ORDER BY size")
                .query(Rows::checkpoint)
                .list()
                .stream()
                .filter(one -> one.handover().isPresent())
                .toList();
    }

    static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
