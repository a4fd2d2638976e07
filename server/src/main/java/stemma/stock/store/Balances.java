package stemma.stock.store;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.ledger.Movement;
import stemma.ledger.Place;
import stemma.lots.Lot;
import stemma.quantity.Quantity;
import stemma.stock.Reroute;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The changes of balances that one append brings: sums for plain lots, written once each in the
 * order of lot and place; ranges for serial blocks, split under the block's lock.
 */
final class Balances {
    private final JdbcClient database;
    private final Map<Spot, Change> changes = new LinkedHashMap<>();
    private final RangeRows ranges;

    private record Spot(long lot, Place place, boolean guarded) {
        static Spot of(Lot lot, Place place) {
            return new Spot(lot.key(), place, place.isGuarded() && !lot.isPool());
        }
    }

    private record Change(BigDecimal quantity, @Nullable Quantity catchWeight) {}

    Balances(JdbcClient database) {
        this.database = database;
        this.ranges = new RangeRows(database);
    }

    void move(Lot lot, Movement movement) {
        if (lot.isSerial()) {
            ranges.put(lot, movement.lot(), movement.to());
            return;
        }
        BigDecimal quantity = movement.quantity().amount();
        Quantity weight = movement.catchWeight();
        add(lot, movement.from(), quantity.negate(), weight == null ? null : weight.negated());
        add(lot, movement.to(), quantity, weight);
    }

    /** Leads units another way: those that still stand where they were brought. */
    void reroute(Lot lot, Reroute reroute) {
        if (reroute.from().equals(reroute.to())) return;
        ranges.putThere(lot, reroute);
    }

    private void add(Lot lot, Place place, BigDecimal quantity, @Nullable Quantity weight) {
        changes.merge(
                Spot.of(lot, place),
                new Change(quantity, weight),
                (a, b) -> new Change(
                        a.quantity().add(b.quantity()), sum(a.catchWeight(), b.catchWeight())));
    }

    private static @Nullable Quantity sum(@Nullable Quantity a, @Nullable Quantity b) {
        if (a == null) return b;
        return b == null ? a : a.plus(b);
    }

    void write() {
        writePlain();
        ranges.write();
    }

    private void writePlain() {
        int n = changes.size();
        if (n == 0) return;
        long[] lots = new long[n];
        String[] places = new String[n];
        BigDecimal[] quantities = new BigDecimal[n];
        @Nullable BigDecimal[] weights = new @Nullable BigDecimal[n];
        @Nullable String[] weighed = new @Nullable String[n];
        Boolean[] guarded = new Boolean[n];
        int i = 0;
        for (var entry : changes.entrySet()) {
            lots[i] = entry.getKey().lot();
            places[i] = entry.getKey().place().text();
            quantities[i] = entry.getValue().quantity();
            Quantity weight = entry.getValue().catchWeight();
            weights[i] = weight == null ? null : weight.amount();
            weighed[i] = weight == null ? null : weight.unit().code();
            guarded[i++] = entry.getKey().guarded();
        }
        // The lots are locked, so that a balance which was not there before is not there now, and
        // one that is there stays where it was found.
        database.sql("""
                with change as materialized (
                    select c.*, (select b.ctid from stock.balance b
                                 where b.lot = c.lot and b.place = c.place) as found
                    from unnest(?::bigint[], ?::text[], ?::numeric[], ?::numeric[],
                        ?::text[], ?::boolean[])
                        as c (lot, place, quantity, weight, weighed, guarded)),
                changed as (
                    update stock.balance b
                    set quantity = b.quantity + c.quantity,
                        catch_weight = case when c.weight is null then b.catch_weight
                            else coalesce(b.catch_weight, 0) + c.weight end,
                        catch_unit = coalesce(b.catch_unit, c.weighed)
                    from change c where b.ctid = c.found)
                insert into stock.balance (lot, place, quantity, catch_weight, catch_unit, guarded)
                select c.lot, c.place, c.quantity, c.weight, c.weighed, c.guarded
                from change c
                where c.found is null
                """)
                .params(lots, places, quantities, weights, weighed, guarded)
                .update();
    }
}
