package stemma.stock.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.ledger.Place;
import stemma.lots.Lot;
import stemma.lots.Lots;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is built into units: the place of a part names its unit. */
public final class BuiltTable {
    private static final int ONE_BY_ONE = 500;

    private final JdbcClient database;

    public BuiltTable(JdbcClient database) {
        this.database = database;
    }

    /** Returns the units among these, each as a place, that anything stands in. */
    public Set<Place> within(Collection<Portion> units) {
        if (units.isEmpty()) return Set.of();
        List<String> exactly = new ArrayList<>();
        List<String> from = new ArrayList<>();
        for (Portion portion : units) {
            if (portion.count() > ONE_BY_ONE) from.add("unit:" + portion.first().birth() + "/");
            else for (LotId unit : ofEach(portion)) exactly.add(new Place.InUnit(unit).text());
        }
        Set<Place> within = new HashSet<>();
        database.sql("""
                select place from stock.balance where place = any(:exactly::text[]) and present
                union select place from stock.unit_range where place = any(:exactly::text[])
                union select b.place from unnest(:from::text[]) as f (start)
                    join stock.balance b on b.place > f.start collate "C"
                        and b.place < (f.start || '~') collate "C" and b.present
                union select r.place from unnest(:from::text[]) as f (start)
                    join stock.unit_range r on r.place > f.start collate "C"
                        and r.place < (f.start || '~') collate "C"
                """)
                .param("exactly", exactly.toArray(String[]::new))
                .param("from", from.toArray(String[]::new))
                .query((row, _) -> Place.of(row.getString("place")))
                .list()
                .forEach(place -> {
                    if (place instanceof Place.InUnit(var unit)
                            && units.stream().anyMatch(portion -> portion.contains(unit)))
                        within.add(place);
                });
        return within;
    }

    /** Returns the units that stand at places. */
    public List<Portion> unitsIn(Collection<Place> places, Lots lots) {
        if (places.isEmpty()) return List.of();
        List<Row> rows = database.sql("""
                select lot, first_ordinal, last_ordinal from stock.unit_range
                where place = any(?::text[])
                """)
                .param(places.stream().map(Place::text).toArray(String[]::new))
                .query((row, _) -> new Row(row.getLong(1), row.getInt(2), row.getInt(3)))
                .list();
        Map<Long, Lot> blocks = lots.byKey(rows.stream().map(Row::lot).collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> {
                    Lot block = Objects.requireNonNull(blocks.get(row.lot()));
                    LotId first = new LotId(block.id().birth(), row.first());
                    return new Portion(first, row.last() - row.first() + 1);
                })
                .toList();
    }

    private record Row(long lot, int first, int last) {}

    private static List<LotId> ofEach(Portion portion) {
        List<LotId> units = new ArrayList<>(portion.count());
        for (int ordinal = portion.first().ordinal(); ordinal <= portion.last(); ordinal++)
            units.add(new LotId(portion.first().birth(), ordinal));
        return units;
    }

    /** Returns the units that any of these lots, by our inner keys, is built into. */
    public Set<LotId> unitsWith(Collection<Long> lots) {
        if (lots.isEmpty()) return Set.of();
        Set<LotId> units = new TreeSet<>();
        database.sql("""
                select place from stock.balance
                where lot = any(:lots::bigint[]) and present and place like 'unit:%'
                union
                select place from stock.unit_range
                where lot = any(:lots::bigint[]) and place like 'unit:%'
                """)
                .param("lots", lots.toArray(Long[]::new))
                .query((row, _) -> Place.of(row.getString("place")))
                .list()
                .forEach(place -> {
                    if (place instanceof Place.InUnit(var unit)) units.add(unit);
                });
        return units;
    }
}
