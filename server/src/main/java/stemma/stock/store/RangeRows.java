package stemma.stock.store;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.ledger.Place;
import stemma.lots.Lot;
import stemma.stock.Reroute;
import stemma.stock.UnitRanges;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The changes of unit ranges that one append brings: what the moves touch is read at once, moved in
 * memory one after the other under the block's lock, and what is different is written at once.
 */
final class RangeRows {
    private final JdbcClient database;
    private final List<UnitMove> moves = new ArrayList<>();

    private record UnitMove(
            Lot lot, Portion units, @Nullable Place onlyFrom, Place to) {}

    private record Row(long lot, UnitRanges.Range range) {}

    RangeRows(JdbcClient database) {
        this.database = database;
    }

    /** Puts units at a place, wherever they were. */
    void put(Lot lot, Portion units, Place to) {
        moves.add(new UnitMove(lot, units, null, to));
    }

    /** Leads units another way: those that still stand where they were brought. */
    void putThere(Lot lot, Reroute reroute) {
        moves.add(new UnitMove(lot, reroute.units(), reroute.from(), reroute.to()));
    }

    void write() {
        if (moves.isEmpty()) return;
        List<Row> before = read();
        Map<Long, UnitRanges> ranges = new HashMap<>();
        for (UnitMove move : moves) {
            LotId block = move.lot().id();
            ranges.computeIfAbsent(move.lot().key(), _ -> new UnitRanges(block));
        }
        for (Row row : before) {
            Objects.requireNonNull(ranges.get(row.lot()))
                    .add(row.range().first(), row.range().last(), row.range().place());
        }
        for (UnitMove move : moves) {
            UnitRanges of = Objects.requireNonNull(ranges.get(move.lot().key()));
            if (move.onlyFrom() == null) of.put(move.units(), move.to());
            else of.putThere(move.units(), move.onlyFrom(), move.to());
        }
        Set<Row> after = new LinkedHashSet<>();
        ranges.forEach((lot, of) -> of.all().forEach(range -> after.add(new Row(lot, range))));
        Set<Row> gone = new LinkedHashSet<>(before);
        gone.removeAll(after);
        before.forEach(after::remove);
        delete(gone);
        insert(after);
    }

    private List<Row> read() {
        return database.sql("""
                select distinct u.lot, u.first_ordinal, u.last_ordinal, u.place
                from unnest(?::bigint[], ?::int[], ?::int[]) as a (lot, first, last)
                cross join lateral (
                    (select * from stock.unit_range r
                    where r.lot = a.lot and r.first_ordinal <= a.first
                    order by r.first_ordinal desc limit 1)
                    union all
                    select * from stock.unit_range r
                    where r.lot = a.lot and r.first_ordinal > a.first and r.first_ordinal <= a.last
                ) u
                where u.last_ordinal >= a.first
                """)
                .params(
                        moves.stream().map(m -> m.lot().key()).toArray(Long[]::new),
                        moves.stream()
                                .map(m -> m.units().first().ordinal())
                                .toArray(Integer[]::new),
                        moves.stream().map(m -> m.units().last()).toArray(Integer[]::new))
                .query((row, _) -> new Row(
                        row.getLong("lot"),
                        new UnitRanges.Range(
                                row.getInt("first_ordinal"),
                                row.getInt("last_ordinal"),
                                Place.of(row.getString("place")))))
                .list();
    }

    private void delete(Set<Row> rows) {
        if (rows.isEmpty()) return;
        database.sql("""
                delete from stock.unit_range u
                using unnest(?::bigint[], ?::int[]) as g (lot, first)
                where u.lot = g.lot and u.first_ordinal = g.first
                """).params(lots(rows), firsts(rows)).update();
    }

    private void insert(Set<Row> rows) {
        if (rows.isEmpty()) return;
        database.sql("""
                insert into stock.unit_range (lot, first_ordinal, last_ordinal, place)
                select * from unnest(?::bigint[], ?::int[], ?::int[], ?::text[])
                """)
                .params(
                        lots(rows),
                        firsts(rows),
                        rows.stream().map(r -> r.range().last()).toArray(Integer[]::new),
                        rows.stream().map(r -> r.range().place().text()).toArray(String[]::new))
                .update();
    }

    private static Long[] lots(Set<Row> rows) {
        return rows.stream().map(Row::lot).toArray(Long[]::new);
    }

    private static Integer[] firsts(Set<Row> rows) {
        return rows.stream().map(r -> r.range().first()).toArray(Integer[]::new);
    }
}
