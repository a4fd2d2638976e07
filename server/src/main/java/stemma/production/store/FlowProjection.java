package stemma.production.store;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.ledger.Appended;
import stemma.ledger.Event;
import stemma.ledger.Projection;
import stemma.ledger.Recorded;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.lots.LotsTouched;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Keeps what moved into runs and out of them, in the append's transaction. */
public final class FlowProjection implements Projection {
    private final JdbcClient database;
    private final Lots lots;

    public FlowProjection(JdbcClient database, Lots lots) {
        this.database = database;
        this.lots = lots;
    }

    private record Row(long seq, int line, RunFlow flow, Lot lot) {}

    @Override
    public void project(Appended appended) {
        List<Row> rows = new ArrayList<>();
        List<Long> ended = new ArrayList<>();
        List<Long> by = new ArrayList<>();
        for (Recorded recorded : appended.events()) {
            var undone = recorded.undone();
            if (undone != null) {
                ended.add(undone.seq());
                by.add(recorded.seq());
            }
            if (recorded.effect() != null) rows.addAll(rows(recorded.effect(), recorded, appended));
        }
        insert(rows);
        end(ended, by);
        rename(appended);
    }

    private List<Row> rows(Event effect, Recorded recorded, Appended appended) {
        List<Row> rows = new ArrayList<>();
        for (RunFlow flow : RunFlow.of(effect)) {
            Lot lot = LotsTouched.by(appended, lots).get(flow.lot());
            if (lot != null) rows.add(new Row(recorded.seq(), rows.size(), flow, lot));
        }
        return rows;
    }

    private void insert(List<Row> rows) {
        if (rows.isEmpty()) return;
        database.sql("""
                insert into production.flow
                    (seq, line, run, run_normal, order_normal, side, lot, item, amount, unit)
                select * from unnest(?::bigint[], ?::int[], ?::text[], ?::text[], ?::text[],
                    ?::text[], ?::bigint[], ?::text[], ?::numeric[], ?::text[])
                """)
                .params(
                        rows.stream().map(Row::seq).toArray(Long[]::new),
                        rows.stream().map(Row::line).toArray(Integer[]::new),
                        texts(rows, r -> r.flow().run().code()),
                        texts(rows, r -> LotNumber.normal(r.flow().run().code())),
                        texts(rows, FlowProjection::order),
                        texts(rows, r -> r.flow().side().name()),
                        rows.stream().map(r -> r.lot().key()).toArray(Long[]::new),
                        texts(rows, r -> r.lot().item().code()),
                        texts(rows, r -> r.flow().quantity().number()),
                        texts(rows, r -> r.flow().quantity().unit().code()))
                .update();
    }

    private static @Nullable String order(Row row) {
        var order = row.flow().order();
        return order == null ? null : LotNumber.normal(order.code());
    }

    private static Object texts(List<Row> rows, Function<Row, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private void end(List<Long> seqs, List<Long> by) {
        if (seqs.isEmpty()) return;
        database.sql("""
                update production.flow f set corrected_by = c.by
                from unnest(?::bigint[], ?::bigint[]) as c (seq, by)
                where f.seq = c.seq
                """)
                .params(seqs.toArray(Long[]::new), by.toArray(Long[]::new))
                .update();
    }

    /** A lot that turns out to be of another item has always been of that item. */
    private void rename(Appended appended) {
        boolean changes = appended.events().stream()
                .map(Recorded::event)
                .anyMatch(e -> e instanceof Event.PassportChanged || e instanceof Event.Corrected);
        if (!changes) return;
        Map<LotId, Lot> touched = LotsTouched.by(appended, lots);
        Set<Lot> distinct = new HashSet<>(touched.values());
        database.sql("""
                update production.flow f set item = n.item
                from unnest(?::bigint[], ?::text[]) as n (lot, item)
                where f.lot = n.lot and f.item <> n.item
                """)
                .params(
                        distinct.stream().map(Lot::key).toArray(Long[]::new),
                        distinct.stream().map(lot -> lot.item().code()).toArray(String[]::new))
                .update();
    }
}
