package stemma.printing.store;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Adds prints and finds them again; a print is never changed. */
public final class PrintedTable {
    private static final String COLUMNS = """
            select p.id, p.kind, p.subject, p.title, p.format, p.first_copy, p.copies, p.reason,
                   p.actor, p.printed_at, p.digest, p.content,
                   (select min(later.id) from printing.printed later
                     where later.kind = p.kind and later.subject = p.subject
                       and later.id > p.id and later.replaces) as dead_by
              from printing.printed p
            """;
    private final JdbcClient sql;

    public PrintedTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** A row as it lies in the table; {@code deadBy} is found, not kept. */
    public record Row(
            long id,
            String kind,
            String subject,
            String title,
            String format,
            int firstCopy,
            int copies,
            @Nullable String reason,
            String actor,
            OffsetDateTime printedAt,
            String digest,
            String content,
            @Nullable Long deadBy) {
        public Instant at() {
            return printedAt.toInstant();
        }
    }

    /** Lets only one at a time print for a subject, to the end of the transaction. */
    public void takeTurn(String kind, String subject) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended('printing:' || ? || ':' || ?, 0))")
                .param(kind)
                .param(subject)
                .query((row, _) -> true)
                .single();
    }

    public int copiesSoFar(String kind, String subject) {
        return sql.sql("""
                        select coalesce(max(first_copy + copies - 1), 0) from printing.printed
                         where kind = ? and subject = ?
                        """).param(kind).param(subject).query(Integer.class).single();
    }

    public void add(Row row, boolean replaces) {
        sql.sql("""
                        insert into printing.printed
                            (id, kind, subject, title, format, first_copy, copies, reason, replaces,
                             actor, printed_at, digest, content)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(row.id())
                .param(row.kind())
                .param(row.subject())
                .param(row.title())
                .param(row.format())
                .param(row.firstCopy())
                .param(row.copies())
                .param(row.reason())
                .param(replaces)
                .param(row.actor())
                .param(row.printedAt().withOffsetSameInstant(ZoneOffset.UTC))
                .param(row.digest())
                .param(row.content())
                .update();
    }

    public List<Row> byId(long id) {
        return sql.sql(COLUMNS + " where p.id = ?")
                .param(id)
                .query((row, _) -> read(row))
                .list();
    }

    /** Returns the prints of a subject, the latest first, at most so many. */
    public List<Row> of(String kind, String subject, int limit) {
        return sql.sql(COLUMNS + " where p.kind = ? and p.subject = ? order by p.id desc limit ?")
                .param(kind)
                .param(subject)
                .param(limit)
                .query((row, _) -> read(row))
                .list();
    }

    /** Returns the latest print whose content names the addressee, or none where it is empty. */
    public Optional<Row> latest(String kind, String subject, String addressee) {
        return sql.sql(COLUMNS + """
                         where p.kind = ? and p.subject = ?
                           and coalesce(p.content::jsonb ->> 'addressee', '') = ?
                         order by p.id desc limit 1
                        """)
                .param(kind)
                .param(subject)
                .param(addressee)
                .query((row, _) -> read(row))
                .optional();
    }

    private static Row read(ResultSet row) throws SQLException {
        long deadBy = row.getLong("dead_by");
        Long replacement = row.wasNull() ? null : deadBy;
        return new Row(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("subject"),
                row.getString("title"),
                row.getString("format"),
                row.getInt("first_copy"),
                row.getInt("copies"),
                row.getString("reason"),
                row.getString("actor"),
                row.getObject("printed_at", OffsetDateTime.class),
                row.getString("digest"),
                row.getString("content"),
                replacement);
    }
}
