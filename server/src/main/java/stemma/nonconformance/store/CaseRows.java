package stemma.nonconformance.store;

import stemma.identifiers.ActorId;
import stemma.identifiers.SiteCode;
import stemma.journal.CanonicalJson;
import stemma.nonconformance.CaseHead;
import stemma.nonconformance.CaseJson;
import stemma.nonconformance.CaseKind;
import stemma.nonconformance.CaseState;
import stemma.nonconformance.Entered;
import stemma.nonconformance.RootCause;
import stemma.nonconformance.Severity;

import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reads rows of cases and of their entries. */
final class CaseRows {
    private CaseRows() {}

    static CaseHead head(ResultSet row) throws SQLException {
        String cause = row.getString("cause");
        OffsetDateTime closed = row.getObject("closed_at", OffsetDateTime.class);
        return new CaseHead(
                row.getString("number"),
                CaseKind.valueOf(upper(row.getString("kind"))),
                new SiteCode(row.getString("site")),
                row.getString("title"),
                Severity.valueOf(upper(row.getString("severity"))),
                CaseState.valueOf(upper(row.getString("state"))),
                cause == null ? null : RootCause.valueOf(upper(cause)),
                new ActorId(row.getString("owner")),
                row.getObject("due", LocalDate.class),
                row.getObject("next_due", LocalDate.class),
                actors(row.getArray("waits_for")),
                new ActorId(row.getString("opened_by")),
                instant(row, "opened_at"),
                closed == null ? null : closed.toInstant(),
                row.getInt("entries"));
    }

    static Entered entered(ResultSet row) throws SQLException {
        ObjectNode content = (ObjectNode)
                CanonicalJson.read(row.getString("content").getBytes(StandardCharsets.UTF_8));
        return new Entered(
                row.getInt("ordinal"),
                instant(row, "entered_at"),
                new ActorId(row.getString("entered_by")),
                CaseJson.read(content));
    }

    private static List<ActorId> actors(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray()).map(ActorId::new).toList();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
