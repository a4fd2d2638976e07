package stemma.quality.store;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.EventId;
import stemma.identifiers.ItemCode;
import stemma.identifiers.SiteCode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Finds the inspections in which a characteristic was measured. */
public final class ChartTable {
    // What was replaced counts no more; a voided inspection is of goods that never came.
    private static final String MEASURED = """
            from quality.inspection i
            join unnest(?::int[], ?::int[]) as c (revision, number) on c.revision = i.revision
            join quality.result r on r.inspection = i.id and r.characteristic = c.number
            where i.item_normal = ? and not i.voided and r.number is not null
                and (?::text[] is null or i.site = any(?::text[]))
                and not exists (select from quality.result l where l.replaces = r.id)
            """;

    private final JdbcClient database;

    public ChartTable(JdbcClient database) {
        this.database = database;
    }

    /**
     * Returns the latest inspections of the item at those sites. {@code numbers} says by which
     * number each revision knows the characteristic.
     */
    public List<EventId> latest(
            ItemCode item, Map<Integer, Integer> numbers, Optional<Set<SiteCode>> sites, int most) {
        List<@Nullable Object> asked = asked(item, numbers, sites);
        asked.add(most);
        return database.sql("select r.inspection " + MEASURED + """
                group by r.inspection, i.opened_at
                order by i.opened_at desc, r.inspection desc limit ?
                """)
                .params(asked)
                .query((row, _) -> new EventId(row.getObject("inspection", UUID.class)))
                .list();
    }

    /** Returns how many there are in all. */
    public int count(ItemCode item, Map<Integer, Integer> numbers, Optional<Set<SiteCode>> sites) {
        return database.sql("select count(distinct r.inspection) " + MEASURED)
                .params(asked(item, numbers, sites))
                .query(Integer.class)
                .single();
    }

    private static List<@Nullable Object> asked(
            ItemCode item, Map<Integer, Integer> numbers, Optional<Set<SiteCode>> sites) {
        List<Integer> revisions = List.copyOf(numbers.keySet());
        String @Nullable [] codes = sites.map(
                        all -> all.stream().map(SiteCode::code).toArray(String[]::new))
                .orElse(null);
        return new ArrayList<>(Arrays.<@Nullable Object>asList(
                revisions.toArray(Integer[]::new),
                revisions.stream().map(numbers::get).toArray(Integer[]::new),
                SpecificationTable.normal(item),
                codes,
                codes));
    }
}
