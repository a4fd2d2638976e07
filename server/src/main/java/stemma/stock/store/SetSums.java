package stemma.stock.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.PartnerCode;
import stemma.ledger.Place;
import stemma.stock.LotSets;
import stemma.stock.SetAt;
import stemma.stock.SetsAt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adds up, in the database, where units of blocks are. */
public final class SetSums {
    private static final String AT = """
            with here as materialized (
                select a.lots, r.lot, r.place,
                    least(r.last_ordinal, a.last) - greatest(r.first_ordinal, a.first) + 1 as units
                from unnest(?::bigint[], ?::int[], ?::int[], ?::int[]) as a (lot, first, last, lots)
                join stock.unit_range r on r.lot = a.lot
                    and r.first_ordinal <= a.last and r.last_ordinal >= a.first)
            select lots, place, sum(units) as units from here group by lots, place
            union all
            select -1, substring(place from '^customer:[^/]*'), count(distinct lot)
            from here where place like 'customer:%' group by 2
            """;

    private final JdbcClient database;

    public SetSums(JdbcClient database) {
        this.database = database;
    }

    /** Returns where the units are, and of how many blocks each customer has any. */
    public SetsAt units(LotSets sets) {
        List<SetAt> sums = new ArrayList<>();
        Map<PartnerCode, Integer> customers = new HashMap<>();
        if (sets.size() == 0) return new SetsAt(sums, customers);
        database.sql(AT).params(sets.columns()).query(row -> {
            int set = row.getInt("lots");
            Place place = Place.of(row.getString("place"));
            if (set < 0 && place instanceof Place.OfCustomer(var partner, var _))
                customers.put(partner, row.getInt("units"));
            else sums.add(new SetAt(set, place, row.getBigDecimal("units")));
        });
        return new SetsAt(sums, customers);
    }
}
