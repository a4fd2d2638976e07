package stemma.receiving.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.quantity.Quantity;
import stemma.quantity.Unit;
import stemma.receiving.Ordered;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Adds up what came in for orders, in {@code receiving.received}. */
public final class ReceivedTable {
    private final JdbcClient database;

    public ReceivedTable(JdbcClient database) {
        this.database = database;
    }

    /** Returns what stands for each item of the orders, which are asked in normal form. */
    public Map<Ordered, Quantity> of(Collection<String> orders) {
        Map<Ordered, Quantity> sums = new HashMap<>();
        if (orders.isEmpty()) return sums;
        database.sql("""
                select order_normal, item_normal, unit, sum(amount) as amount
                from receiving.received
                where order_normal = any(?) and corrected_by is null
                group by order_normal, item_normal, unit
                """).param(orders.toArray(String[]::new)).query(row -> {
            sums.put(
                    new Ordered(row.getString("order_normal"), row.getString("item_normal")),
                    new Quantity(row.getBigDecimal("amount"), new Unit(row.getString("unit"))));
        });
        return sums;
    }
}
