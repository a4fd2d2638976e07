package stemma.upkeep.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.ResourceCode;
import stemma.upkeep.ToldEntry;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads what was found out against uses of resources, in one question however many there are. */
public final class FindingTable {
    private static final String TIMES = """
            unnest(:normals::text[], :froms::timestamptz[], :tos::timestamptz[])
                with ordinality as a (normal, since, until, place)
            """;

    /** An entry that no other has annulled. */
    private static final String STANDS = """
            not exists (select from upkeep.entry n where n.about = e.id and n.kind = 'annulled')
            """;

    private static final String OUT = """
            ((e.content::jsonb ->> 'value')::numeric < (e.content::jsonb ->> 'lower')::numeric
             or (e.content::jsonb ->> 'value')::numeric > (e.content::jsonb ->> 'upper')::numeric)
            """;

    private final JdbcClient database;

    public FindingTable(JdbcClient database) {
        this.database = database;
    }

    /** A resource, from when to when it was used. */
    public record Time(ResourceCode resource, Instant from, Instant to) {}

    /** The calibration that found a resource bad after it was used at that place of the list. */
    public record Found(int place, ToldEntry told) {}

    /** The first reading out of its limits at a use, and how many there were. */
    public record Out(int place, ToldEntry first, int count) {}

    /**
     * Says whether anything was ever required of equipment, or told of it by a calibration or a
     * reading: where not, nothing can stand against any use.
     */
    public boolean mayBeAny() {
        return database.sql("""
                select exists (select from upkeep.requirement)
                    or exists (select from upkeep.entry where kind in ('calibrated', 'monitored'))
                """).query(Boolean.class).single();
    }

    /** Returns the normal codes of those of which a calibration or reading was ever told. */
    public Set<String> kept(Collection<ResourceCode> resources) {
        if (resources.isEmpty()) return Set.of();
        return new HashSet<>(database.sql("""
                select a.normal from unnest(?::text[]) as a (normal)
                where exists (select from upkeep.entry e
                    where e.normal = a.normal and e.kind in ('calibrated', 'monitored'))
                """)
                .param(resources.stream().map(TouchTable::normal).toArray(String[]::new))
                .query((row, _) -> row.getString("normal"))
                .list());
    }

    /**
     * Returns for each use the first calibration since it began that found the resource bad, unless
     * one between them had left it good.
     */
    public List<Found> foundBad(List<Time> times) {
        return bind(times, """
                select a.place, told.*
                from %s cross join lateral (
                    select e.* from upkeep.entry e
                    where e.normal = a.normal and e.kind = 'calibrated' and e.at >= a.since
                      and e.content like '%%"asFound":"failed"%%' and %s
                    order by e.at, e.told_at limit 1) told
                where not exists (
                    select from upkeep.entry e
                    where e.normal = a.normal and e.kind = 'calibrated' and e.at > a.until
                      and e.at < told.at and e.content like '%%"asLeft":"passed"%%' and %s)
                order by a.place
                """.formatted(TIMES, STANDS, STANDS))
                .query((row, _) -> new Found(row.getInt("place") - 1, EntryRows.told(row)))
                .list();
    }

    /**
     * Returns for each use and kind of reading what was out of its limits during it, or last before
     * it.
     */
    public List<Out> outOfLimits(List<Time> times) {
        return bind(times, """
                select distinct on (read.place, read.of) read.*,
                    count(*) over (partition by read.place, read.of) as readings
                from (
                    select a.place, e.content::jsonb ->> 'of' as of, e.*
                    from %s join upkeep.entry e on e.normal = a.normal and e.kind = 'monitored'
                     and e.at > a.since and e.at <= a.until
                    where %s
                    union all
                    select a.place, k.of, e.*
                    from %s cross join (values ('temperature'), ('humidity'), ('particles')) k (of)
                    cross join lateral (
                        select e.* from upkeep.entry e
                        where e.normal = a.normal and e.kind = 'monitored' and e.at <= a.since
                          and e.content::jsonb ->> 'of' = k.of and %s
                        order by e.at desc, e.told_at desc limit 1) e) read
                where %s
                order by read.place, read.of, read.at
                """.formatted(TIMES, STANDS, TIMES, STANDS, OUT.replace("e.", "read.")))
                .query((row, _) -> new Out(
                        row.getInt("place") - 1, EntryRows.told(row), row.getInt("readings")))
                .list();
    }

    private JdbcClient.StatementSpec bind(List<Time> times, String sql) {
        return database.sql(sql)
                .param(
                        "normals",
                        times.stream()
                                .map(one -> TouchTable.normal(one.resource()))
                                .toArray(String[]::new))
                .param(
                        "froms",
                        times.stream().map(one -> one.from().toString()).toArray(String[]::new))
                .param(
                        "tos",
                        times.stream().map(one -> one.to().toString()).toArray(String[]::new));
    }
}
