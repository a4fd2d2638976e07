package stemma.shipping.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.LotId;
import stemma.ledger.DocumentPage;
import stemma.ledger.DocumentQuery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;

/** Reads which documents there are, and which events tell them. */
public final class ShipmentTable {
    private static final String MATCHING = """
            from shipping.shipment h
            where (:number = '' or starts_with(h.code_normal, :number))
              and (:with = '' or starts_with(h.consignee_normal, :with))
              and (:site = '' or upper(h.site) = :site)
              and (:from::timestamptz is null
                   or h.occurred_from >= :from::timestamptz and h.occurred_from < :until::timestamptz)
              and (:item = '' or exists (
                   select from shipping.entry e
                   where e.code_normal = h.code_normal and e.consignee_normal = h.consignee_normal
                     and e.corrected_by is null and :item = any(e.items)))
            """;
    private static final String PAGE =
            "select h.kind, h.code_normal, h.consignee_normal as consignee_key,"
                    + " h.occurred_from, h.first_seq " + MATCHING
                    + " and (:at::timestamptz is null"
                    + " or (h.occurred_from, h.first_seq) < (:at::timestamptz, :seq))"
                    + " order by h.occurred_from desc, h.first_seq desc limit :limit";
    private static final String ENTRIES =
            "select case e.kind when 'arrival' then 'shipment' else e.kind end as kind,"
                    + " e.code_normal, e.consignee_normal as consignee_key, e.seq,"
                    + " e.corrected_by is not null as ended from shipping.entry e ";

    private final JdbcClient database;

    public ShipmentTable(JdbcClient database) {
        this.database = database;
    }

    /** An event under a document, and whether a correction ended it. */
    public record Row(ShipmentKey key, long seq, boolean isEnded) {
        /** Says whether it befell goods under way, whoever was to get them. */
        public boolean isUnderWay() {
            return key.kind().equals("road");
        }
    }

    private record Head(ShipmentKey key, DocumentQuery.Mark mark) {}

    /** Returns one page of the documents that stand, the newest first. */
    public DocumentPage<ShipmentKey> page(DocumentQuery query) {
        DocumentQuery.Mark before = query.before();
        List<Head> heads = matching(query, PAGE)
                .param("at", before == null ? null : before.at().toString())
                .param("seq", before == null ? 0 : before.seq())
                .param("limit", query.limit() + 1)
                .query(ShipmentTable::head)
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
    public List<Row> standing(Collection<ShipmentKey> keys) {
        return database.sql(ENTRIES + """
                join unnest(?::text[], ?::text[]) as k (code, consignee)
                  on e.code_normal = k.code and (e.consignee_normal = k.consignee or e.kind = 'road')
                where e.corrected_by is null
                order by e.seq
                """)
                .params(
                        keys.stream().map(ShipmentKey::code).toArray(String[]::new),
                        keys.stream().map(ShipmentKey::consignee).toArray(String[]::new))
                .query(ShipmentTable::row)
                .list();
    }

    /** Returns everything that was ever told under the code, in the order of seq. */
    public List<Row> ofCode(String normal) {
        return database.sql(ENTRIES + "where e.code_normal = ? order by e.seq")
                .param(normal)
                .query(ShipmentTable::row)
                .list();
    }

    /** Returns the codes of the documents that were ever told for the order. */
    public List<String> codesOfOrder(String normal) {
        return database.sql("select distinct e.code_normal from shipping.entry e"
                        + " where e.order_normal = ? order by 1")
                .param(normal)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Returns everything that was ever told under the codes, in the order of seq. */
    public List<Row> ofCodes(Collection<String> normals) {
        return database.sql(ENTRIES + "where e.code_normal = any(?::text[]) order by e.seq")
                .param(normals.toArray(String[]::new))
                .query(ShipmentTable::row)
                .list();
    }

    /** Returns the seqs of the returns that stand of lots with these births, in order. */
    public List<Long> returnsOf(Collection<LotId> lots) {
        return database.sql("""
                select distinct c.seq from unnest(?::uuid[]) as a (birth)
                join shipping.came_back c on c.birth = a.birth and c.corrected_by is null
                order by c.seq
                """)
                .param(lots.stream()
                        .map(lot -> lot.birth().toString())
                        .distinct()
                        .toArray(String[]::new))
                .query((row, _) -> row.getLong(1))
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

    private static ShipmentKey key(ResultSet row) throws SQLException {
        return new ShipmentKey(
                row.getString("kind"),
                row.getString("code_normal"),
                row.getString("consignee_key"));
    }
}
