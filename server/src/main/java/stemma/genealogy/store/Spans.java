package stemma.genealogy.store;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.database.Select;
import stemma.genealogy.AsOf;
import stemma.genealogy.Span;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** How spans go into a statement, as {@link #FRONTIER}, and come out of its rows. */
final class Spans {
    /** The spans asked about, as a table {@code p (lot, first, last)}. */
    static final String FRONTIER =
            "unnest(:lots::bigint[], :firsts::int[], :lasts::int[]) as p (lot, first, last)";

    private Spans() {}

    /** Returns the condition that a row of that alias holds units of a span asked about. */
    static String overlap(String alias) {
        return "LINK.lot = p.lot and LINK.first_ordinal <= p.last and LINK.last_ordinal >= p.first"
                .replace("LINK", alias);
    }

    static JdbcClient.StatementSpec bind(
            JdbcClient.StatementSpec statement, Collection<Span> spans, AsOf asOf) {
        return bind(bind(statement, asOf), spans);
    }

    static JdbcClient.StatementSpec bind(
            JdbcClient.StatementSpec statement, Collection<Span> spans) {
        return statement
                .param("lots", spans.stream().map(Span::lot).toArray(Long[]::new))
                .param("firsts", spans.stream().map(Span::first).toArray(Integer[]::new))
                .param("lasts", spans.stream().map(Span::last).toArray(Integer[]::new));
    }

    /** Asks by spans what is known then. */
    static <T> Select<T> select(String sql, Collection<Span> spans, AsOf asOf, RowMapper<T> row) {
        return Select.named(sql, values(spans, asOf), row);
    }

    /** Returns what stands in a statement that asks by spans what is known then. */
    static Map<String, Object> values(Collection<Span> spans, AsOf asOf) {
        Map<String, Object> values = values(asOf);
        values.put("lots", spans.stream().map(Span::lot).toArray(Long[]::new));
        values.put("firsts", spans.stream().map(Span::first).toArray(Integer[]::new));
        values.put("lasts", spans.stream().map(Span::last).toArray(Integer[]::new));
        return values;
    }

    /** Asks by keys, as {@code runs}, what is known then. */
    static <T> Select<T> selectRuns(
            String sql, Collection<Long> keys, AsOf asOf, RowMapper<T> row) {
        Map<String, Object> values = values(asOf);
        values.put("runs", keys.toArray(Long[]::new));
        return Select.named(sql, values, row);
    }

    static Map<String, Object> values(AsOf asOf) {
        Map<String, Object> values = new HashMap<>();
        values.put("last", asOf.lastSeq());
        values.put("except", Known.except(asOf));
        return values;
    }

    static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, AsOf asOf) {
        return statement.param("last", asOf.lastSeq()).param("except", Known.except(asOf));
    }

    static Span span(ResultSet row) throws SQLException {
        return new Span(
                row.getLong("lot"), row.getInt("first_ordinal"), row.getInt("last_ordinal"));
    }
}
