package stemma.catalog.store;

import stemma.catalog.OrderLine;
import stemma.identifiers.ItemCode;
import stemma.quantity.Quantity;
import stemma.quantity.Unit;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The lines of purchase and sales orders, in a table beside that of the orders. */
final class OrderLines {
    private OrderLines() {}

    /** Returns a lateral join, named {@code lines}, of the lines of each order. */
    static String joined(String orders) {
        return """
                cross join lateral (
                    select array_agg(line.number order by line.number) as numbers,
                           array_agg(item.code order by line.number) as items,
                           array_agg(line.amount order by line.number) as amounts,
                           array_agg(line.unit order by line.number) as units,
                           array_agg(line.due order by line.number) as line_dues,
                           array_agg(line.over_percent order by line.number) as overs,
                           array_agg(line.under_percent order by line.number) as unders
                    from catalog.%1$s_line as line join catalog.item on item.id = line.item
                    where line.%1$s = %1$s.id) as lines
                """.formatted(orders);
    }

    /** Returns the statement that takes away lines that the orders no longer have. */
    static String remove(String orders) {
        return """
                delete from catalog.%1$s_line as line
                using jsonb_to_recordset(cast(? as jsonb)) as row(normal text, body jsonb),
                      catalog.%1$s
                where %1$s.normal = row.normal and line.%1$s = %1$s.id
                  and not exists (
                      select from jsonb_array_elements(body->'lines') as stays
                      where (stays->>'number')::integer = line.number)
                """.formatted(orders);
    }

    /** Returns the statement that writes the lines; their items are the last of the parents. */
    static String write(String orders) {
        return """
                insert into catalog.%1$s_line
                    (%1$s, number, item, amount, unit, due, over_percent, under_percent)
                select %1$s.id, (line.body->>'number')::integer, item.id,
                       split_part(line.body->>'amount', ' ', 1)::numeric,
                       split_part(line.body->>'amount', ' ', 2), (line.body->>'due')::date,
                       (line.body->>'overPercent')::numeric, (line.body->>'underPercent')::numeric
                from jsonb_to_recordset(cast(? as jsonb))
                    as row(normal text, parents text[], body jsonb)
                join catalog.%1$s on %1$s.normal = row.normal
                cross join lateral jsonb_array_elements(row.body->'lines')
                    with ordinality as line(body, place)
                join catalog.item on item.normal = parents[
                    cardinality(parents) - jsonb_array_length(row.body->'lines') + line.place]
                on conflict (%1$s, number) do update
                set item = excluded.item, amount = excluded.amount, unit = excluded.unit,
                    due = excluded.due, over_percent = excluded.over_percent,
                    under_percent = excluded.under_percent
                """.formatted(orders);
    }

    static List<OrderLine> of(ResultSet row) throws SQLException {
        Integer[] numbers = (Integer[]) row.getArray("numbers").getArray();
        String[] items = (String[]) row.getArray("items").getArray();
        BigDecimal[] amounts = (BigDecimal[]) row.getArray("amounts").getArray();
        String[] units = (String[]) row.getArray("units").getArray();
        Date[] dues = (Date[]) row.getArray("line_dues").getArray();
        BigDecimal[] overs = (BigDecimal[]) row.getArray("overs").getArray();
        BigDecimal[] unders = (BigDecimal[]) row.getArray("unders").getArray();
        List<OrderLine> lines = new ArrayList<>();
        for (int i = 0; i < numbers.length; i++) {
            LocalDate due = dues[i] == null ? null : dues[i].toLocalDate();
            lines.add(new OrderLine(
                    numbers[i],
                    ItemCode.of(items[i]),
                    new Quantity(amounts[i], Unit.of(units[i])),
                    due,
                    overs[i],
                    unders[i]));
        }
        return lines;
    }
}
