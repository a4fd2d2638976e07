package stemma.lots.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.database.AskedTogether;
import stemma.identifiers.EventId;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotId;
import stemma.lots.CountedIn;
import stemma.quantity.Unit;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Reads what lots are of and counted in, which every request asks before anything else. How many it
 * asks for is hidden from the planner, which would plan each question anew.
 */
public final class UnitTable {
    private final JdbcClient database;
    private final AskedTogether<LotId, CountedIn> asked = new AskedTogether<>(this::read);

    public UnitTable(JdbcClient database) {
        this.database = database;
    }

    /** Returns it for each id of a lot or of a unit in a block; of what is no lot, none. */
    public Map<LotId, CountedIn> of(Collection<LotId> ids) {
        return asked.of(ids);
    }

    private Map<LotId, CountedIn> read(Set<LotId> ids) {
        Map<LotId, CountedIn> found = new HashMap<>();
        database.sql("""
                select a.birth, a.ordinal, l.item, l.unit
                from unnest((select ?::uuid[]), (select ?::int[])) as a (birth, ordinal)
                cross join lateral (
                    select c.item, c.unit, c.last_ordinal from lots.lot c
                    where c.birth = a.birth and c.first_ordinal <= a.ordinal
                      and c.voided_by is null
                    order by c.first_ordinal desc limit 1) l
                where l.last_ordinal >= a.ordinal
                """)
                .params(
                        ids.stream().map(id -> id.birth().toString()).toArray(String[]::new),
                        ids.stream().mapToInt(LotId::ordinal).toArray())
                .query(row -> {
                    EventId birth = new EventId(row.getObject("birth", UUID.class));
                    found.put(
                            new LotId(birth, row.getInt("ordinal")),
                            new CountedIn(
                                    new ItemCode(row.getString("item")),
                                    new Unit(row.getString("unit"))));
                });
        return found;
    }
}
