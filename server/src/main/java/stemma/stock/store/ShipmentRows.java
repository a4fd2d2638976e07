package stemma.stock.store;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.LotNumber;
import stemma.ledger.Event;
import stemma.ledger.Recorded;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The shipments of one append, collected and written as one set. */
final class ShipmentRows {
    private final JdbcClient database;
    private final List<Row> rows = new ArrayList<>();

    private record Row(Event.Shipped shipped, long seq) {}

    ShipmentRows(JdbcClient database) {
        this.database = database;
    }

    /** Writes a row for each shipment among the events. */
    void project(List<Recorded> events) {
        for (Recorded recorded : events) {
            if (recorded.effect() instanceof Event.Shipped e) rows.add(new Row(e, recorded.seq()));
        }
        write();
    }

    private void write() {
        if (rows.isEmpty()) return;
        database.sql("""
                insert into stock.shipment (code, code_normal, sales_order, consignee, ship_to, site,
                    occurred_from, occurred_to, seq)
                select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::timestamptz[], ?::timestamptz[], ?::bigint[])
                """)
                .params(
                        texts(e -> e.shipment().code()),
                        texts(e -> LotNumber.normal(e.shipment().code())),
                        texts(e -> text(e.order())),
                        texts(e -> e.consignee().code()),
                        texts(e -> text(e.shipTo())),
                        texts(e -> e.circumstances().site().code()),
                        texts(e -> e.circumstances().occurredAt().from().toString()),
                        texts(e -> e.circumstances().occurredAt().to().toString()),
                        rows.stream().map(Row::seq).toArray(Long[]::new))
                .update();
    }

    private Object texts(Function<Event.Shipped, @Nullable String> column) {
        return rows.stream().map(row -> column.apply(row.shipped())).toArray(String[]::new);
    }

    private static @Nullable String text(@Nullable Record code) {
        return code == null ? null : code.toString();
    }
}
