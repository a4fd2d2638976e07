package stemma.upkeep.store;

import stemma.identifiers.ActorId;
import stemma.identifiers.EventId;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.SiteCode;
import stemma.journal.CanonicalJson;
import stemma.upkeep.ToldEntry;
import stemma.upkeep.UpkeepJson;

import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Reads rows of entries, under their own names or after a prefix. */
final class EntryRows {
    private EntryRows() {}

    static ToldEntry told(ResultSet row) throws SQLException {
        return told(row, "", "at");
    }

    static ToldEntry told(ResultSet row, String prefix) throws SQLException {
        return told(row, prefix, prefix + "when");
    }

    private static ToldEntry told(ResultSet row, String prefix, String at) throws SQLException {
        ObjectNode content = (ObjectNode) CanonicalJson.read(
                row.getString(prefix + "content").getBytes(StandardCharsets.UTF_8));
        return new ToldEntry(
                new EventId(row.getObject(prefix + "id", UUID.class)),
                new ResourceCode(row.getString(prefix + "resource")),
                new SiteCode(row.getString(prefix + "site")),
                moment(row, at),
                moment(row, "told_at"),
                new ActorId(row.getString("told_by")),
                UpkeepJson.read(content));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
