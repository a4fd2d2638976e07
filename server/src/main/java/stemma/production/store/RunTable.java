package stemma.production.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.ledger.DocumentPage;
import stemma.ledger.DocumentQuery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;

/** Reads which documents there are, and which events tell them. */
public final class RunTable {
    private static final String MATCHING = """
            from production.run h
            where (:number = '' or starts_with(h.code_normal, :number))
              and (:with = '' or starts_with(h.line_normal, :with))
              and (:site = '' or upper(h.site) = :site)
              and (:from::timestamptz is null
                   or h.occurred_from >= :from::timestamptz and h.occurred_from < :until::timestamptz)
              and (:item = '' or exists (
                   select from production.entry e
                   where e.code_normal = h.code_normal and e.code = h.code
                     and e.corrected_by is null and :item = any(e.items)))
            """;
    private static final String PAGE = "select h.kind, h.code_normal, h.code as run_key,"
            + " h.occurred_from, h.first_seq " + MATCHING
            + " and (:at::timestamptz is null"
            + " or (h.occurred_from, h.first_seq) < (:at::timestamptz, :seq))"
            + " order by h.occurred_from desc, h.first_seq desc limit :limit";
    private static final String ENTRIES =
            "select 'run' as kind, e.code_normal, e.code as run_key, e.seq,"
                    + " e.corrected_by is not null as ended from production.entry e ";

    private final JdbcClient database;

    public RunTable(JdbcClient database) {
        this.database = database;
    }

    /** An event under a document, and whether a correction ended it. */
    public record Row(RunKey key, long seq, boolean isEnded) {}

    private record Head(RunKey key, DocumentQuery.Mark mark) {}

    /** Returns one page of the documents that stand, the newest first. */
    public DocumentPage<RunKey> page(DocumentQuery query) {
        DocumentQuery.Mark before = query.before();
        List<Head> heads = matching(query, PAGE)
                .param("at", before == null ? null : before.at().toString())
                .param("seq", before == null ? 0 : before.seq())
                .param("limit", query.limit() + 1)
                .query(RunTable::head)
                .list();
        long total = matching(query, "select count(*) " + MATCHING)
                .query((row, _) -> row.getLong(1))
                .single();
        boolean more = heads.size() > query.limit();
        List<Head> rows = more ? heads.subList(0, query.limit()) : heads;
        return new DocumentPage<>(
                rows.stream().map(Head::key).toList(),
                total,
                more ? rows.getLast().mark() : null);
    }

    private JdbcClient.StatementSpec matching(DocumentQuery query, String sql) {
        return database.sql(sql)
                .param("number", query.number())
                .param("with", query.with())
                .param("site", query.site())
                .param("item", query.item())
                .param("from", query.from() == null ? null : query.from().toString())
                .param("until", query.until() == null ? null : query.until().toString());
    }

    /** Returns what stands under these documents, in the order of seq. */
    public List<Row> standing(Collection<RunKey> keys) {
        return database.sql(ENTRIES + """
                join unnest(?::text[], ?::text[]) as k (code, run)
                  on (e.code_normal, e.code) = (k.code, k.run)
                where e.corrected_by is null
                order by e.seq
                """)
                .params(
                        keys.stream().map(RunKey::code).toArray(String[]::new),
                        keys.stream().map(RunKey::run).toArray(String[]::new))
                .query(RunTable::row)
                .list();
    }

    /** Returns everything that was ever told under the code, in the order of seq. */
    public List<Row> ofCode(String normal) {
        return database.sql(ENTRIES + "where e.code_normal = ? order by e.seq")
                .param(normal)
                .query(RunTable::row)
                .list();
    }

    /** Returns the codes of the documents that were ever told for the order. */
    public List<String> codesOfOrder(String normal) {
        return database.sql("select distinct e.code_normal from production.entry e"
                        + " where e.order_normal = ? order by 1")
                .param(normal)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Returns everything that was ever told under the codes, in the order of seq. */
    public List<Row> ofCodes(Collection<String> normals) {
        return database.sql(ENTRIES + "where e.code_normal = any(?::text[]) order by e.seq")
                .param(normals.toArray(String[]::new))
                .query(RunTable::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(key(row), row.getLong("seq"), row.getBoolean("ended"));
    }

    private static Head head(ResultSet row, int number) throws SQLException {
        return new Head(
                key(row),
                new DocumentQuery.Mark(
                        row.getObject("occurred_from", OffsetDateTime.class).toInstant(),
                        row.getLong("first_seq")));
    }

    private static RunKey key(ResultSet row) throws SQLException {
        return new RunKey(
                row.getString("kind"), row.getString("code_normal"), row.getString("run_key"));
    }
}
