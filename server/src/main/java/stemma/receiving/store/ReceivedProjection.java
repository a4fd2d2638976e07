package stemma.receiving.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.LotNumber;
import stemma.ledger.Appended;
import stemma.ledger.Birth;
import stemma.ledger.Event;
import stemma.ledger.Projection;
import stemma.ledger.Recorded;
import stemma.quantity.Quantity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps what each delivery brought of each item of its order, in the append's transaction. */
public final class ReceivedProjection implements Projection {
    private final JdbcClient database;

    public ReceivedProjection(JdbcClient database) {
        this.database = database;
    }

    private record Row(long seq, String order, String item, BigDecimal amount, String unit) {}

    @Override
    public void project(Appended appended) {
        List<Row> rows = new ArrayList<>();
        List<Long[]> ended = new ArrayList<>();
        for (Recorded recorded : appended.events()) {
            var undone = recorded.undone();
            if (undone != null && isForOrder(undone.effect())) {
                ended.add(new Long[] {undone.seq(), recorded.seq()});
            }
            if (recorded.effect() instanceof Event.Received e && e.order() != null) {
                rows.addAll(rows(recorded.seq(), LotNumber.normal(e.order().code()), e));
            }
        }
        if (!rows.isEmpty()) insert(rows);
        if (!ended.isEmpty()) end(ended);
    }

    private static boolean isForOrder(Event event) {
        return event instanceof Event.Received e && e.order() != null;
    }

    private static List<Row> rows(long seq, String order, Event.Received delivery) {
        Map<String, Quantity> sums = new LinkedHashMap<>();
        for (Birth birth : delivery.lots()) {
            sums.merge(
                    LotNumber.normal(birth.passport().item().code()),
                    birth.quantity(),
                    Quantity::plus);
        }
        List<Row> rows = new ArrayList<>();
        sums.forEach((item, sum) ->
                rows.add(new Row(seq, order, item, sum.amount(), sum.unit().code())));
        return rows;
    }

    private void insert(List<Row> rows) {
        database.sql("""
                insert into receiving.received (seq, order_normal, item_normal, amount, unit)
                select * from unnest(?::bigint[], ?::text[], ?::text[], ?::numeric[], ?::text[])
                """)
                .params(
                        rows.stream().map(Row::seq).toArray(Long[]::new),
                        rows.stream().map(Row::order).toArray(String[]::new),
                        rows.stream().map(Row::item).toArray(String[]::new),
                        rows.stream().map(Row::amount).toArray(BigDecimal[]::new),
                        rows.stream().map(Row::unit).toArray(String[]::new))
                .update();
    }

    private void end(List<Long[]> ended) {
        database.sql("""
                update receiving.received r set corrected_by = e.by
                from unnest(?::bigint[], ?::bigint[]) as e (seq, by)
                where r.seq = e.seq
                """)
                .params(
                        ended.stream().map(pair -> pair[0]).toArray(Long[]::new),
                        ended.stream().map(pair -> pair[1]).toArray(Long[]::new))
                .update();
    }
}
