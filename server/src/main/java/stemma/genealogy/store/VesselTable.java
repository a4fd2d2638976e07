package stemma.genealogy.store;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.database.Select;
import stemma.genealogy.AsOf;
import stemma.genealogy.Span;
import stemma.genealogy.store.FlowRow.Window;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Reads the fills and draws of vessels. Two flows mix unless the vessel was certainly empty between
 * them, whichever came first.
 */
public final class VesselTable {
    private final JdbcClient database;

    public VesselTable(JdbcClient database) {
        this.database = database;
    }

    /** Returns the fills by which these lots went into vessels. */
    public List<FlowRow> fillsOf(Collection<Span> lots, AsOf asOf) {
        return askFillsOf(lots, asOf).from(database);
    }

    static Select<FlowRow> askFillsOf(Collection<Span> lots, AsOf asOf) {
        return flowsOf(lots, "fill", asOf);
    }

    /** Returns the draws by which these lots came out of vessels. */
    public List<FlowRow> drawsOf(Collection<Span> lots, AsOf asOf) {
        return askDrawsOf(lots, asOf).from(database);
    }

    static Select<FlowRow> askDrawsOf(Collection<Span> lots, AsOf asOf) {
        return flowsOf(lots, "draw", asOf);
    }

    /** Returns for each window the draws that may have happened in it. */
    public List<FlowRow> drawsIn(Collection<Window> windows, AsOf asOf) {
        return askDrawsIn(windows, asOf).from(database);
    }

    static Select<FlowRow> askDrawsIn(Collection<Window> windows, AsOf asOf) {
        return flowsIn(windows, "draw", asOf);
    }

    /** Returns for each window the fills that may have happened in it. */
    public List<FlowRow> fillsIn(Collection<Window> windows, AsOf asOf) {
        return askFillsIn(windows, asOf).from(database);
    }

    static Select<FlowRow> askFillsIn(Collection<Window> windows, AsOf asOf) {
        return flowsIn(windows, "fill", asOf);
    }

    /** Lots are looked up one by one: a join would be planned while all flows are still few. */
    private static Select<FlowRow> flowsOf(Collection<Span> lots, String direction, AsOf asOf) {
        String sql = """
                select v.seq, v.line, v.vessel, v.lot, v.first_ordinal, v.last_ordinal, v.quantity,
                       v.evidence,
                       (select max(e.occurred_from) from genealogy.vessel_flow e
                        where e.vessel = v.vessel and e.direction = 'empty'
                          and e.occurred_to < v.occurred_from and %s) as opened,
                       (select min(e.occurred_to) from genealogy.vessel_flow e
                        where e.vessel = v.vessel and e.direction = 'empty'
                          and e.occurred_from > v.occurred_to and %s) as closed
                from %s cross join lateral (
                    select * from genealogy.vessel_flow v
                    where %s and v.direction = :direction and %s
                    offset 0) v
                """.formatted(
                        Known.to("e", asOf),
                        Known.to("e", asOf),
                        Spans.FRONTIER,
                        Spans.overlap("v"),
                        Known.to("v", asOf));
        Map<String, Object> values = Spans.values(lots, asOf);
        values.put("direction", direction);
        return Select.named(sql, values, VesselTable::flow);
    }

    private static Select<FlowRow> flowsIn(
            Collection<Window> windows, String direction, AsOf asOf) {
        String sql = """
                select v.seq, v.line, w.vessel, w.opened, w.closed, v.lot, v.first_ordinal,
                       v.last_ordinal, v.quantity, v.evidence
                from unnest(:vessels::text[], :opened::timestamptz[], :closed::timestamptz[])
                     as w (vessel, opened, closed)
                join genealogy.vessel_flow v
                  on v.vessel = w.vessel and v.direction = :direction
                 and tstzrange(v.occurred_from, v.occurred_to, '[]') && tstzrange(w.opened, w.closed, '[]')
                where %s
                """.formatted(Known.to("v", asOf));
        Map<String, Object> values = Spans.values(asOf);
        values.put("vessels", windows.stream().map(Window::vessel).toArray(String[]::new));
        values.put("opened", windows.stream().map(w -> text(w.opened())).toArray(String[]::new));
        values.put("closed", windows.stream().map(w -> text(w.closed())).toArray(String[]::new));
        values.put("direction", direction);
        return Select.named(sql, values, VesselTable::flow);
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }

    private static FlowRow flow(ResultSet row, int number) throws SQLException {
        return new FlowRow(
                row.getLong("seq"),
                row.getInt("line"),
                new Window(row.getString("vessel"), moment(row, "opened"), moment(row, "closed")),
                Spans.span(row),
                row.getBigDecimal("quantity"),
                row.getInt("evidence"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
