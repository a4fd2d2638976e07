package stemma.stock.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.Portion;
import stemma.journal.Finding;
import stemma.journal.Invariant;
import stemma.ledger.Place;
import stemma.lots.Lot;
import stemma.lots.Lots;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * That what stands at each place is what went there less what left it, in quantity and in catch
 * weight, to the last digit, and never less than nothing where it is guarded; and that each unit of
 * a block is in exactly one place. A slice is compared in one statement, so that no append lies
 * between what it compares.
 */
public final class BalancesAreSums implements Invariant {
    private static final int AT_ONCE = 500;

    private final JdbcClient database;
    private final Lots lots;

    public BalancesAreSums(JdbcClient database, Lots lots) {
        this.database = database;
        this.lots = lots;
    }

    @Override
    public String word() {
        return "balances_are_sums";
    }

    @Override
    public String sentence() {
        return "What stands at a place is what went there less what left; a unit is in one place.";
    }

    @Override
    public Slice look(String after, Consumer<Finding> findings) {
        long from = after.isEmpty() ? 0 : Long.parseLong(after);
        long next = next(from);
        if (next == 0) return Slice.end(0);
        long to = next + AT_ONCE - 1;
        sums(from, to, findings);
        notBelowZero(from, to, findings);
        units(from, to, findings);
        return Slice.more(Long.toString(to), AT_ONCE);
    }

    /** Returns the key of the next lot of which anything is known; 0 where there is none. */
    private long next(long from) {
        return database.sql("""
            select coalesce(least(
                (select min(lot) from stock.movement where lot > :from),
                (select min(lot) from stock.balance where lot > :from),
                (select min(lot) from stock.unit_range where lot > :from)), 0)
            """).param("from", from).query(Long.class).single();
    }

    private void sums(long from, long to, Consumer<Finding> findings) {
        database.sql("""
            with blocks as (
                select distinct lot from stock.unit_range where lot > :from and lot <= :to),
            moved as (
                select m.lot, s.place, sum(s.quantity) as quantity, sum(s.weight) as weight
                from stock.movement m
                cross join lateral (values
                    (m.source, -m.quantity, -m.catch_weight),
                    (m.target, m.quantity, m.catch_weight)) as s (place, quantity, weight)
                where m.lot > :from and m.lot <= :to and m.corrected_by is null
                  and not exists (select from blocks b where b.lot = m.lot)
                group by m.lot, s.place),
            stands as (
                select lot, place, quantity, catch_weight as weight from stock.balance
                where lot > :from and lot <= :to)
            select lot, place, coalesce(moved.quantity, 0) as moved,
                coalesce(stands.quantity, 0) as stands
            from moved full join stands using (lot, place)
            where coalesce(moved.quantity, 0) <> coalesce(stands.quantity, 0)
               or coalesce(moved.weight, 0) <> coalesce(stands.weight, 0)
            order by lot, place
            """).param("from", from).param("to", to).query(row -> {
            findings.accept(Finding.of(
                    "balance_differs",
                    "of the lot with key " + row.getLong("lot") + " there are stated "
                            + row.getBigDecimal("stands").toPlainString() + " at "
                            + row.getString("place") + ", and its movements make "
                            + row.getBigDecimal("moved").toPlainString()));
        });
    }

    /** The constraint says so too, until the owner of the database drops it. */
    private void notBelowZero(long from, long to, Consumer<Finding> findings) {
        database.sql("""
            select lot, place, quantity from stock.balance
            where lot > ? and lot <= ? and guarded and quantity < 0
            order by lot, place
            """).params(from, to).query(row -> {
            findings.accept(Finding.of(
                    "balance_below_zero",
                    "of the lot with key " + row.getLong("lot") + " there are stated "
                            + row.getBigDecimal("quantity").toPlainString() + " at "
                            + row.getString("place") + ", less than nothing"));
        });
    }

    private void units(long from, long to, Consumer<Finding> findings) {
        Map<Long, List<Range>> blocks = new TreeMap<>();
        database.sql("""
            select lot, first_ordinal, last_ordinal, place from stock.unit_range
            where lot > ? and lot <= ? order by lot, first_ordinal
            """).params(from, to).query(row -> {
            blocks.computeIfAbsent(row.getLong("lot"), _ -> new ArrayList<>())
                    .add(new Range(
                            row.getInt("first_ordinal"),
                            row.getInt("last_ordinal"),
                            Place.of(row.getString("place"))));
        });
        Map<Long, Lot> known = lots.byKey(blocks.keySet());
        blocks.forEach((key, ranges) -> {
            Lot lot = known.get(key);
            if (lot == null || isWhole(lot.span(), ranges)) return;
            findings.accept(Finding.of(
                    "unit_not_in_one_place",
                    "a unit of block " + lot.span() + " is in two places or in none"));
        });
    }

    private record Range(int first, int last, Place place) {}

    /** What a correction took off the end of a block is beyond our knowledge again. */
    private static boolean isWhole(Portion span, List<Range> ranges) {
        int next = ranges.getFirst().first();
        if (next > span.first().ordinal()) return false;
        for (Range range : ranges) {
            boolean isBeyond = range.last() > span.last() && range.place().isFinite();
            if (range.first() != next || isBeyond) return false;
            next = range.last() + 1;
        }
        return next > span.last();
    }
}
