package stemma.stock.store;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.ledger.Place;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.quantity.Quantity;
import stemma.stock.Balance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads what is at places, in however many others its lots are besides. */
public final class PlaceTable {
    private final JdbcClient database;
    private final Lots lots;

    public PlaceTable(JdbcClient database, Lots lots) {
        this.database = database;
        this.lots = lots;
    }

    /** So much of a lot, or of a block so many units, is at a place. */
    private record Row(
            long lot,
            Place place,
            BigDecimal quantity,
            @Nullable Quantity weight,
            @Nullable Integer first) {}

    /** Returns everything that is at any of the places, by lot and place. */
    public List<Balance> at(Collection<Place> places) {
        String[] texts = places.stream().map(Place::text).toArray(String[]::new);
        return texts.length == 0 ? List.of() : balances("place = any(?::text[])", texts, texts);
    }

    /** Returns everything that is under way to a customer, by lot and place. */
    public List<Balance> onTheRoad() {
        return balances("place like 'transit:%'");
    }

    private List<Balance> balances(String where, Object... parameters) {
        List<Row> rows = database.sql("""
                select lot, place, quantity, catch_weight, catch_unit, null::int as first
                from stock.balance where present and %s
                union all
                select lot, place, last_ordinal - first_ordinal + 1, null, null, first_ordinal
                from stock.unit_range where %s
                order by lot, first nulls first, place
                """.formatted(where, where))
                .params(parameters)
                .query((row, _) -> new Row(
                        row.getLong("lot"),
                        Place.of(row.getString("place")),
                        row.getBigDecimal("quantity"),
                        StockTable.weight(row),
                        row.getObject("first", Integer.class)))
                .list();
        Map<Long, Lot> known = lots.byKey(rows.stream().map(Row::lot).collect(Collectors.toSet()));
        List<Balance> balances = new ArrayList<>(rows.size());
        for (Row row : rows) {
            Lot lot = known.get(row.lot());
            if (lot != null) balances.add(balance(lot, row));
        }
        return balances;
    }

    private static Balance balance(Lot lot, Row row) {
        Integer first = row.first();
        Portion units = first == null
                ? Portion.of(lot.id())
                : new Portion(new LotId(lot.id().birth(), first), row.quantity().intValueExact());
        return new Balance(
                units, row.place(), new Quantity(row.quantity(), lot.unit()), row.weight());
    }
}
