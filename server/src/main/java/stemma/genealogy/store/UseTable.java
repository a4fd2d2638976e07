package stemma.genealogy.store;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.genealogy.AsOf;
import stemma.genealogy.Span;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Reads which lots a line, a tank or a tool may have touched in a time. */
public final class UseTable {
    private final JdbcClient database;

    public UseTable(JdbcClient database) {
        this.database = database;
    }

    /**
     * Returns lots that the resource touched by themselves, and the outputs of runs that used it.
     * An event that names it counts where its time overlaps the window; a run on the line, where
     * the time from the first to the last that is told of it does.
     */
    public List<Span> touched(String resource, Instant from, Instant until) {
        return database.sql("""
                with used as (
                    select u.run, u.lot, u.first_ordinal, u.last_ordinal
                    from genealogy.use u
                    where u.resource = :resource and u.corrected_by is null
                      and u.occurred_from <= :until::timestamptz
                      and u.occurred_to >= :from::timestamptz),
                ran as (
                    select s.run from genealogy.run_stated s
                    join genealogy.run r on r.key = s.run and r.line = :resource
                    where s.corrected_by is null
                    group by s.run
                    having min(s.occurred_from) <= :until::timestamptz
                       and max(s.occurred_to) >= :from::timestamptz)
                select lot, first_ordinal, last_ordinal from used where lot is not null
                union
                select y.lot, y.first_ordinal, y.last_ordinal
                from (select run from used where run is not null union select run from ran) as r
                join genealogy.yielded y on y.run = r.run and y.corrected_by is null
                """)
                .param("resource", resource)
                .param("from", from.toString())
                .param("until", until.toString())
                .query((row, _) -> Spans.span(row))
                .list();
    }

    /** A run that used a resource. */
    public record RunUse(long run, String resource) {}

    /** Lots or units that a resource touched by themselves. */
    public record LotUse(Span lot, String resource) {}

    /** Returns what these runs used. */
    public List<RunUse> ofRuns(Collection<Long> runs, AsOf asOf) {
        if (runs.isEmpty()) return List.of();
        String sql = """
                select distinct u.run, u.resource
                from unnest(:runs::bigint[]) as p (run)
                join genealogy.use u on u.run = p.run
                where %s
                """.formatted(Known.to("u", asOf));
        return Spans.bind(database.sql(sql), asOf)
                .param("runs", runs.toArray(Long[]::new))
                .query((row, _) -> new RunUse(row.getLong("run"), row.getString("resource")))
                .list();
    }

    /** Returns what touched these lots by themselves. */
    public List<LotUse> ofLots(Collection<Span> lots, AsOf asOf) {
        if (lots.isEmpty()) return List.of();
        String sql = """
                select distinct u.lot, u.first_ordinal, u.last_ordinal, u.resource
                from %s join genealogy.use u on %s
                where %s
                """.formatted(Spans.FRONTIER, Spans.overlap("u"), Known.to("u", asOf));
        return Spans.bind(database.sql(sql), lots, asOf)
                .query((row, _) -> new LotUse(Spans.span(row), row.getString("resource")))
                .list();
    }

    /** Returns the runs that yielded these lots, by their codes. */
    public List<String> makers(Collection<Span> lots) {
        if (lots.isEmpty()) return List.of();
        return Spans.bind(database.sql("""
                select distinct r.id from %s
                join genealogy.yielded y on %s and y.corrected_by is null
                join genealogy.run r on r.key = y.run
                """.formatted(Spans.FRONTIER, Spans.overlap("y"))), lots)
                .query((row, _) -> row.getString("id"))
                .list();
    }

    /** Returns the seqs of the entries by which anything touched these lots by themselves. */
    public List<Long> entries(Collection<Span> lots) {
        if (lots.isEmpty()) return List.of();
        return Spans.bind(database.sql("""
                select distinct u.seq from %s
                join genealogy.use u on %s and u.corrected_by is null
                """.formatted(Spans.FRONTIER, Spans.overlap("u"))), lots)
                .query((row, _) -> row.getLong("seq"))
                .list();
    }

    /** A run as it is asked about: for which order, and what came of it. */
    public record Yielding(
            String run, @Nullable String order, @Nullable Long lot) {}

    /** Returns the orders of these runs and the lots they yielded, a row for each. */
    public List<Yielding> yielding(Collection<String> runs) {
        if (runs.isEmpty()) return List.of();
        return database.sql("""
                select distinct r.id, r.work_order, y.lot
                from unnest(:runs::text[]) as a (id)
                join genealogy.run r on r.id = a.id
                left join genealogy.yielded y on y.run = r.key and y.corrected_by is null
                """)
                .param("runs", runs.toArray(String[]::new))
                .query((row, _) -> new Yielding(
                        row.getString("id"),
                        row.getString("work_order"),
                        row.getObject("lot", Long.class)))
                .list();
    }

    /**
     * Returns what was drawn from a vessel in the window, or after it before the vessel was
     * certainly empty: what may have stood in it then.
     */
    public List<Span> drawn(String vessel, Instant from, Instant until) {
        return database.sql("""
                select distinct v.lot, v.first_ordinal, v.last_ordinal
                from genealogy.vessel_flow v
                where v.vessel = :vessel and v.direction = 'draw' and v.corrected_by is null
                  and v.occurred_to >= :from::timestamptz
                  and not exists (
                      select from genealogy.vessel_flow e
                      where e.vessel = v.vessel and e.direction = 'empty' and e.corrected_by is null
                        and e.occurred_from > :until::timestamptz
                        and e.occurred_to < v.occurred_from)
                """)
                .param("vessel", vessel)
                .param("from", from.toString())
                .param("until", until.toString())
                .query((row, _) -> Spans.span(row))
                .list();
    }
}
