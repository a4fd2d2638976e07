package stemma.shipping.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.quantity.Quantity;
import stemma.quantity.Unit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Keeps and reads what went out for orders. */
public final class SentTable {
    private final JdbcClient database;

    public SentTable(JdbcClient database) {
        this.database = database;
    }

    /** Returns what stands for the orders, summed for each shipment and lot number. */
    public List<Sent> of(Collection<String> orders) {
        if (orders.isEmpty()) return List.of();
        return database.sql("""
                select s.order_normal, s.code_normal, s.item_normal, s.number_normal,
                       min(s.unit) as unit, sum(s.quantity) as quantity
                from shipping.sent s
                where s.order_normal = any(?::text[]) and s.corrected_by is null
                group by s.order_normal, s.code_normal, s.item_normal, s.number_normal
                order by 1, 2, 3, 4
                """)
                .param(orders.toArray(String[]::new))
                .query((row, _) -> new Sent(
                        row.getString("order_normal"),
                        row.getString("code_normal"),
                        row.getString("item_normal"),
                        row.getString("number_normal"),
                        new Quantity(
                                row.getBigDecimal("quantity"), new Unit(row.getString("unit")))))
                .list();
    }

    /** Writes what was sent, by the seq of its event. */
    void add(Map<Long, List<Sent>> bySeq) {
        List<Row> rows = new ArrayList<>();
        bySeq.forEach((seq, all) -> all.forEach(sent -> rows.add(new Row(seq, sent))));
        if (rows.isEmpty()) return;
        database.sql("""
                insert into shipping.sent
                    (seq, order_normal, code_normal, item_normal, number_normal, quantity, unit)
                select * from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::numeric[], ?::text[])
                """)
                .params(
                        rows.stream().map(Row::seq).toArray(Long[]::new),
                        texts(rows, Sent::order),
                        texts(rows, Sent::shipment),
                        texts(rows, Sent::item),
                        texts(rows, Sent::number),
                        texts(rows, sent -> sent.quantity().number()),
                        texts(rows, sent -> sent.quantity().unit().code()))
                .update();
    }

    private record Row(long seq, Sent sent) {}

    private static Object texts(List<Row> rows, Function<Sent, String> column) {
        return rows.stream().map(row -> column.apply(row.sent())).toArray(String[]::new);
    }

    /** Ends what events said, each by the seq of the correction beside its own. */
    void end(Map<Long, Long> bySeq) {
        if (bySeq.isEmpty()) return;
        database.sql("""
                update shipping.sent s set corrected_by = e.by
                from unnest(?::bigint[], ?::bigint[]) as e (seq, by)
                where s.seq = e.seq
                """)
                .params(bySeq.keySet().toArray(Long[]::new), bySeq.values().toArray(Long[]::new))
                .update();
    }
}
