package stemma.genealogy.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.genealogy.AsOf;
import stemma.genealogy.Span;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;

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

    static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, AsOf asOf) {
        return statement.param("last", asOf.lastSeq()).param("except", Known.except(asOf));
    }

    static Span span(ResultSet row) throws SQLException {
        return new Span(
                row.getLong("lot"), row.getInt("first_ordinal"), row.getInt("last_ordinal"));
    }
}
