package stemma.documents.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.documents.DocumentEntry;
import stemma.documents.DocumentKey;
import stemma.documents.DocumentKind;
import stemma.documents.DocumentPage;
import stemma.documents.DocumentQuery;
import stemma.documents.DocumentRow;
import stemma.documents.ToldFor;
import stemma.documents.UnderOrder;
import stemma.identifiers.LotId;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads which documents there are, and which events tell them. */
public final class DocumentTable {
    private static final String MATCHING = """
            from documents.document h
            where h.kind = any(string_to_array(:kinds, ','))
              and (:number = '' or starts_with(h.code_normal, :number))
              and (:with = '' or starts_with(h.with_normal, :with))
              and (:site = '' or upper(h.site) = :site)
              and (:within = '' or h.site = any(string_to_array(:within, ',')))
              and (:from::timestamptz is null
                   or h.occurred_from >= :from::timestamptz and h.occurred_from < :until::timestamptz)
              and (:item = '' or exists (
                   select from documents.entry e
                   where e.code_normal = h.code_normal and e.apart = h.apart and e.kind = h.kind
                     and e.corrected_by is null and :item = any(e.items)))
            """;
    private static final String PAGE =
            "select h.kind, h.code_normal, h.apart, h.occurred_from, h.first_seq " + MATCHING
                    + " and (:at::timestamptz is null"
                    + " or (h.occurred_from, h.first_seq) < (:at::timestamptz, :seq))"
                    + " order by h.occurred_from desc, h.first_seq desc limit :limit";
    private static final String ENTRIES = "select e.kind, e.part, e.code_normal, e.apart, e.seq,"
            + " e.corrected_by is not null as ended from documents.entry e ";

    private final JdbcClient database;

    public DocumentTable(JdbcClient database) {
        this.database = database;
    }

    private record Head(DocumentKey key, DocumentQuery.Mark mark) {}

    /** Returns one page of the documents of these kinds that stand, the newest first. */
    public DocumentPage<DocumentKey> page(Set<DocumentKind> kinds, DocumentQuery query) {
        DocumentQuery.Mark before = query.before();
        List<Head> heads = matching(kinds, query, PAGE)
                .param("at", before == null ? null : before.at().toString())
                .param("seq", before == null ? 0 : before.seq())
                .param("limit", query.limit() + 1)
                .query(DocumentTable::head)
                .list();
        long total = matching(kinds, query, "select count(*) " + MATCHING)
                .query((row, _) -> row.getLong(1))
                .single();
        boolean more = heads.size() > query.limit();
        List<Head> rows = more ? heads.subList(0, query.limit()) : heads;
        return new DocumentPage<>(
                rows.stream().map(Head::key).toList(),
                total,
                more ? rows.getLast().mark() : null);
    }

    private JdbcClient.StatementSpec matching(
            Set<DocumentKind> kinds, DocumentQuery query, String sql) {
        return database.sql(sql)
                .param("kinds", String.join(",", words(kinds)))
                .param("number", query.number())
                .param("with", query.with())
                .param("site", query.site())
                .param("within", query.within())
                .param("item", query.item())
                .param("from", query.from() == null ? null : query.from().toString())
                .param("until", query.until() == null ? null : query.until().toString());
    }

    /** Returns what stands under these documents, in the order of seq. */
    public List<DocumentRow> standing(Collection<DocumentKey> keys) {
        return database.sql(ENTRIES + """
                join unnest(?::text[], ?::text[], ?::text[]) as k (kind, code, apart)
                  on e.kind = k.kind and e.code_normal = k.code
                     and (e.apart = k.apart or e.apart = '' and e.part = 'befalls')
                where e.corrected_by is null
                order by e.seq
                """)
                .params(
                        keys.stream().map(key -> key.kind().word()).toArray(String[]::new),
                        keys.stream().map(DocumentKey::code).toArray(String[]::new),
                        keys.stream().map(DocumentKey::apart).toArray(String[]::new))
                .query(DocumentTable::row)
                .list();
    }

    /** Returns everything that was ever told under the codes, in the order of seq. */
    public List<DocumentRow> ofCodes(Set<DocumentKind> kinds, Collection<String> normals) {
        return database.sql(ENTRIES + """
                where e.code_normal = any(?::text[]) and e.kind = any(?::text[]) order by e.seq
                """)
                .params(normals.toArray(String[]::new), words(kinds))
                .query(DocumentTable::row)
                .list();
    }

    /**
     * Returns the seqs of what stands under receipts or shipments with a partner, in normal form,
     * and had begun to happen by the moment; in order.
     */
    public List<Long> withPartner(DocumentKind kind, String normal, Instant until) {
        return database.sql("""
                select distinct e.seq from documents.entry e
                where e.with_normal = ? and e.kind = ? and e.kind in ('receipt', 'shipment')
                  and e.corrected_by is null
                  and e.occurred_from <= ?::timestamptz
                order by e.seq
                """)
                .params(normal, kind.word(), until.toString())
                .query((row, _) -> row.getLong(1))
                .list();
    }

    /** Returns the seqs of the openings that stand, in order. */
    public List<Long> openings() {
        return database.sql("""
                select e.seq from documents.entry e
                where e.kind = 'opening' and e.corrected_by is null order by e.seq
                """).query((row, _) -> row.getLong(1)).list();
    }

    /** Returns the codes of the documents that were ever told for the order. */
    public List<String> codesOfOrder(Set<DocumentKind> kinds, String normal) {
        return database.sql("""
                select distinct e.code_normal from documents.entry e
                where e.order_normal = ? and e.kind = any(?::text[]) order by 1
                """)
                .params(normal, words(kinds))
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Returns for each of the documents the orders that they are told for, in order. */
    public Map<String, List<String>> ordersOf(DocumentKind kind, Collection<String> documents) {
        Map<String, List<String>> orders = new HashMap<>();
        database.sql("""
                select distinct e.code_normal, e.order_normal
                from unnest(?::text[]) as k (code)
                cross join lateral (
                    select e.code_normal, e.order_normal from documents.entry e
                    where e.code_normal = k.code and e.kind = ?
                      and e.order_normal is not null and e.corrected_by is null offset 0) e
                order by 1, 2
                """)
                .params(documents.toArray(String[]::new), kind.word())
                .query((row, _) -> orders.computeIfAbsent(
                                row.getString("code_normal"), _ -> new ArrayList<>())
                        .add(row.getString("order_normal")))
                .list();
        return orders;
    }

    /**
     * Returns for which orders each of the documents was ever told, first of all and until when.
     */
    public List<ToldFor> everToldFor(DocumentKind kind, Collection<String> documents) {
        return database.sql("""
                select e.code_normal, e.order_normal, min(e.seq) as seq,
                       coalesce(e.corrected_by, 0) as until
                from documents.entry e
                where e.code_normal = any(?::text[]) and e.kind = ? and e.order_normal is not null
                group by 1, 2, 4 order by 1, 2, 3
                """)
                .params(documents.toArray(String[]::new), kind.word())
                .query((row, _) -> new ToldFor(
                        row.getString("code_normal"),
                        row.getString("order_normal"),
                        row.getLong("seq"),
                        row.getLong("until")))
                .list();
    }

    /** Returns what stands under all documents that are told for the orders. */
    public List<UnderOrder> underOrders(DocumentKind kind, Collection<String> orders) {
        return database.sql("""
                with told as materialized (
                    select distinct e.order_normal, e.code_normal from documents.entry e
                    where e.order_normal = any(?::text[]) and e.kind = ?
                      and e.corrected_by is null)
                select t.order_normal, e.code_normal, e.part, e.seq
                from told t join documents.entry e on e.code_normal = t.code_normal
                where e.kind = ? and e.corrected_by is null
                order by t.order_normal, e.seq
                """)
                .params(orders.toArray(String[]::new), kind.word(), kind.word())
                .query((row, _) -> new UnderOrder(
                        row.getString("order_normal"),
                        row.getString("code_normal"),
                        part(row),
                        row.getLong("seq")))
                .list();
    }

    /** Returns the seqs of the returns that stand of lots with these births, in order. */
    public List<Long> returnsOf(Collection<LotId> lots) {
        return database.sql("""
                select distinct c.seq from unnest(?::uuid[]) as a (birth)
                join documents.came_back c on c.birth = a.birth and c.corrected_by is null
                order by c.seq
                """)
                .param(lots.stream()
                        .map(lot -> lot.birth().toString())
                        .distinct()
                        .toArray(String[]::new))
                .query((row, _) -> row.getLong(1))
                .list();
    }

    private static String[] words(Set<DocumentKind> kinds) {
        return kinds.stream().map(DocumentKind::word).toArray(String[]::new);
    }

    private static DocumentRow row(ResultSet row, int number) throws SQLException {
        return new DocumentRow(key(row), part(row), row.getLong("seq"), row.getBoolean("ended"));
    }

    private static DocumentEntry.Part part(ResultSet row) throws SQLException {
        return DocumentEntry.Part.valueOf(row.getString("part").toUpperCase(Locale.ROOT));
    }

    private static Head head(ResultSet row, int number) throws SQLException {
        return new Head(
                key(row),
                new DocumentQuery.Mark(
                        row.getObject("occurred_from", OffsetDateTime.class).toInstant(),
                        row.getLong("first_seq")));
    }

    private static DocumentKey key(ResultSet row) throws SQLException {
        return new DocumentKey(
                DocumentKind.of(row.getString("kind")),
                row.getString("code_normal"),
                row.getString("apart"));
    }
}
