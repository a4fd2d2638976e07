package stemma.shipping.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.quantity.Quantity;
import stemma.quantity.Unit;

import java.util.Collection;
import java.util.List;

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

    void add(long seq, List<Sent> sent) {
        if (sent.isEmpty()) return;
        database.sql("""
                insert into shipping.sent
                    (seq, order_normal, code_normal, item_normal, number_normal, quantity, unit)
                select ?, o, c, i, n, q, u
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::numeric[], ?::text[])
                     as row (o, c, i, n, q, u)
                """)
                .params(
                        seq,
                        sent.stream().map(Sent::order).toArray(String[]::new),
                        sent.stream().map(Sent::shipment).toArray(String[]::new),
                        sent.stream().map(Sent::item).toArray(String[]::new),
                        sent.stream().map(Sent::number).toArray(String[]::new),
                        sent.stream()
                                .map(s -> s.quantity().amount().toPlainString())
                                .toArray(String[]::new),
                        sent.stream().map(s -> s.quantity().unit().code()).toArray(String[]::new))
                .update();
    }

    void end(long seq, long by) {
        database.sql("update shipping.sent set corrected_by = ? where seq = ?")
                .params(by, seq)
                .update();
    }
}
