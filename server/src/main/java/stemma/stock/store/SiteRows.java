package stemma.stock.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.ledger.Place;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Reads at which locations, on which ways and in which containers lots are, or ever were. */
public final class SiteRows {
    private final JdbcClient database;

    public SiteRows(JdbcClient database) {
        this.database = database;
    }

    /** Returns by lot every such place that a movement which stands names. */
    public Map<Long, Set<Place>> ever(Collection<Long> lots) {
        return places("""
                select distinct m.lot, p.place from stock.movement m
                cross join lateral (values (m.source), (m.target)) as p(place)
                where m.lot = any(?::bigint[]) and m.corrected_by is null
                  and (p.place like 'at:%' or p.place like 'container:%'
                       or p.place like 'transfer:%')
                order by 1, 2
                """, lots);
    }

    /** Returns by lot every such place that has any of it. */
    public Map<Long, Set<Place>> now(Collection<Long> lots) {
        return places("""
                select lot, place from
                    (select b.lot, b.place from stock.balance b where b.quantity <> 0
                     union select u.lot, u.place from stock.unit_range u) as standing
                where lot = any(?::bigint[])
                  and (place like 'at:%' or place like 'container:%' or place like 'transfer:%')
                order by 1, 2
                """, lots);
    }

    private Map<Long, Set<Place>> places(String sql, Collection<Long> lots) {
        Map<Long, Set<Place>> places = new HashMap<>();
        database.sql(sql).param(lots.toArray(Long[]::new)).query(row -> {
            places.computeIfAbsent(row.getLong(1), _ -> new LinkedHashSet<>())
                    .add(Place.of(row.getString(2)));
        });
        return places;
    }
}
