package stemma.production.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.ItemCode;
import stemma.identifiers.LotNumber;
import stemma.identifiers.OrderCode;
import stemma.identifiers.RunId;
import stemma.production.Side;
import stemma.quantity.Quantity;
import stemma.quantity.Unit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what moved into runs and out of them, as sums of what stands. */
public final class FlowTable {
    private final JdbcClient database;

    public FlowTable(JdbcClient database) {
        this.database = database;
    }

    /** How much of an item moved on one side of all runs of an order. */
    public record Sum(String order, Side side, ItemCode item, Quantity quantity) {}

    /** Returns for each of the runs, by normal code, the orders that its events name. */
    public Map<String, List<String>> ordersOfRuns(Collection<RunId> runs) {
        Map<String, List<String>> orders = new HashMap<>();
        if (runs.isEmpty()) return orders;
        database.sql("""
                select distinct run_normal, order_normal from production.flow
                where run_normal = any(?::text[]) and order_normal is not null
                  and corrected_by is null
                """)
                .param(runs.stream()
                        .map(run -> LotNumber.normal(run.code()))
                        .toArray(String[]::new))
                .query((row, _) -> orders.computeIfAbsent(
                                row.getString("run_normal"), _ -> new ArrayList<>())
                        .add(row.getString("order_normal")))
                .list();
        return orders;
    }

    /** Returns what stands under the orders, which are told by normal code. */
    public List<Sum> sums(Collection<String> orders) {
        if (orders.isEmpty()) return List.of();
        return database.sql("""
                with of_order as materialized (
                    select distinct order_normal, run_normal from production.flow
                    where order_normal = any(?::text[]) and corrected_by is null)
                select o.order_normal, f.side, f.item, f.unit, sum(f.amount)::text as amount
                from of_order o join production.flow f on f.run_normal = o.run_normal
                where f.corrected_by is null
                group by o.order_normal, f.side, f.item, f.unit
                order by o.order_normal, f.side, f.item, f.unit
                """)
                .param(orders.toArray(String[]::new))
                .query((row, _) -> new Sum(
                        row.getString("order_normal"),
                        Side.valueOf(row.getString("side")),
                        new ItemCode(row.getString("item")),
                        Quantity.of(row.getString("amount"), new Unit(row.getString("unit")))))
                .list();
    }

    /** Returns the normal code of an order. */
    public static String normal(OrderCode order) {
        return LotNumber.normal(order.code());
    }
}
