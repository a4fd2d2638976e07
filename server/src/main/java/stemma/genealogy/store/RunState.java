package stemma.genealogy.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.genealogy.Span;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.RunId;
import stemma.ledger.Occurrence;
import stemma.lots.Lot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What runs and vessels have taken in and given out, as the guards need it: read as sets under
 * locks.
 */
public final class RunState {
    private static final String SAME = "r.likeness = 'SAME_MATERIAL'";

    // What was reclaimed from a unit was a part of it; the unit is no part of what was reclaimed.
    private static final String PARTS_OF = SAME + " or r.kind = 'REMOVED'";
    private final JdbcClient database;

    public RunState(JdbcClient database) {
        this.database = database;
    }

    /** Whether material went in or came out. */
    public enum Way {
        IN,
        OUT
    }

    /** A lot that went into or came out of a run or vessel, whose node is its kind and code. */
    public record Flow(String node, Way way, Span span) {
        public boolean isOutput() {
            return way == Way.OUT;
        }

        /** Returns the run, where the node is one. */
        public RunId run() {
            return new RunId(node.substring(node.indexOf(':') + 1));
        }
    }

    /** Returns which run goes on from which, for these and all that go on from them. */
    public Map<RunId, RunId> continuations(Collection<RunId> runs) {
        Map<RunId, RunId> next = new HashMap<>();
        Collection<RunId> frontier = runs;
        while (!frontier.isEmpty()) {
            List<RunId> found = new ArrayList<>();
            database.sql("""
                    select r.after, r.id from genealogy.run r
                    where r.after = any(?::text[]) and starts_with(r.id, split_part(r.after, '+', 1) || '+')
                    order by r.key desc
                    """)
                    .param(frontier.stream().map(RunId::code).toArray(String[]::new))
                    .query((row, _) -> {
                        RunId later = new RunId(row.getString("id"));
                        if (next.putIfAbsent(new RunId(row.getString("after")), later) == null) {
                            found.add(later);
                        }
                        return later;
                    })
                    .list();
            frontier = found;
        }
        return next;
    }

    /** Returns the inner keys of runs; those that are not known are left out. */
    public List<Long> keys(Collection<RunId> runs) {
        if (runs.isEmpty()) return List.of();
        return database.sql("select key from genealogy.run where id = any(?::text[])")
                .param(runs.stream().map(RunId::code).toArray(String[]::new))
                .query((row, _) -> row.getLong(1))
                .list();
    }

    /**
     * Says whether what was recorded from that seq on makes any of the runs begin earlier, or be
     * another line's, than was known of it before: then other runs may be neighbours in the line.
     */
    public boolean begunEarlier(Collection<RunId> runs, long seq) {
        return database.sql("""
                select exists (
                    select from genealogy.run r join genealogy.run_stated s on s.run = r.key
                    where r.id = any(?::text[]) and s.corrected_by is null
                    group by r.key
                    having count(*) filter (where s.seq < ?) > 0 and (
                        min(s.occurred_from) < min(s.occurred_from) filter (where s.seq < ?)
                        or min(s.occurred_to) < min(s.occurred_to) filter (where s.seq < ?)
                        or min(s.line) is distinct from min(s.line) filter (where s.seq < ?)
                        or min(s.after) is distinct from min(s.after) filter (where s.seq < ?)))
                """)
                .params(
                        runs.stream().map(RunId::code).toArray(String[]::new),
                        seq,
                        seq,
                        seq,
                        seq,
                        seq)
                .query(Boolean.class)
                .single();
    }

    /**
     * Says whether the resource touched the run in the window, as its line or for something done in
     * it. What was stated of another line counts too: the run may just have left this one.
     */
    public boolean touches(ResourceCode resource, Occurrence window, RunId run) {
        return database.sql("""
                select exists (
                    select from genealogy.use u join genealogy.run r on r.key = u.run
                    where u.resource = :resource and r.id = :run and u.corrected_by is null
                      and u.occurred_from <= :until::timestamptz
                      and u.occurred_to >= :from::timestamptz)
                or exists (
                    select from genealogy.run r join genealogy.run_stated s on s.run = r.key
                    where r.id = :run and s.corrected_by is null
                    group by r.key
                    having bool_or(r.line = :resource or s.line = :resource)
                       and min(s.occurred_from) <= :until::timestamptz
                       and max(s.occurred_to) >= :from::timestamptz)
                """)
                .param("resource", resource.code())
                .param("run", run.code())
                .param("from", window.from().toString())
                .param("until", window.to().toString())
                .query(Boolean.class)
                .single();
    }

    /** Returns another lot of the same pool, which carries what all of the pool carries. */
    public List<Span> elder(Lot pooled) {
        return database.sql("""
                select y.lot, y.first_ordinal, y.last_ordinal
                from genealogy.run r join genealogy.yielded y on y.run = r.key
                where r.id = ? and y.lot <> ? and y.corrected_by is null order by y.seq limit 1
                """)
                .params("pool:" + pooled.site() + "/" + pooled.item(), pooled.key())
                .query((row, _) -> span(row))
                .list();
    }

    public List<Flow> flows(Collection<RunId> runs) {
        if (runs.isEmpty()) return List.of();
        String[] ids = runs.stream().map(RunId::code).toArray(String[]::new);
        return database.sql("""
                select 'run:' || r.id as node, 'IN' as way, f.lot, f.first_ordinal, f.last_ordinal
                from genealogy.run r join genealogy.fed f on f.run = r.key
                where r.id = any(?::text[]) and f.corrected_by is null
                union all
                select 'run:' || r.id, 'OUT', y.lot, y.first_ordinal, y.last_ordinal
                from genealogy.run r join genealogy.yielded y on y.run = r.key
                where r.id = any(?::text[]) and y.corrected_by is null
                """).params(ids, ids).query((row, _) -> flow(row)).list();
    }

    /** Returns what came out of vessels since they were last certainly empty. */
    public List<Flow> draws(Collection<ResourceCode> vessels) {
        if (vessels.isEmpty()) return List.of();
        return database.sql("""
                select 'vessel:' || v.vessel as node, 'OUT' as way,
                       v.lot, v.first_ordinal, v.last_ordinal
                from genealogy.vessel_flow v
                where v.vessel = any(?::text[]) and v.direction = 'draw'
                  and v.corrected_by is null
                  and v.occurred_to >= coalesce(
                      (select max(e.occurred_from) from genealogy.vessel_flow e
                       where e.vessel = v.vessel and e.direction = 'empty' and e.corrected_by is null),
                      '-infinity')
                """)
                .param(vessels.stream().map(ResourceCode::code).toArray(String[]::new))
                .query((row, _) -> flow(row))
                .list();
    }

    /** Returns the fills that may be in what is drawn at that time, whenever that is recorded. */
    public List<Flow> fills(ResourceCode vessel, Occurrence drawn) {
        return database.sql("""
                select 'vessel:' || v.vessel as node, 'IN' as way,
                       v.lot, v.first_ordinal, v.last_ordinal
                from genealogy.vessel_flow v
                where v.vessel = ? and v.direction = 'fill' and v.corrected_by is null
                  and not exists (
                      select from genealogy.vessel_flow e
                      where e.vessel = v.vessel and e.direction = 'empty' and e.corrected_by is null
                        and (v.occurred_to < e.occurred_from and e.occurred_to < ?::timestamptz
                          or ?::timestamptz < e.occurred_from and e.occurred_to < v.occurred_from))
                """)
                .params(vessel.code(), drawn.from().toString(), drawn.to().toString())
                .query((row, _) -> flow(row))
                .list();
    }

    /**
     * Returns which of the lots events name that moved nothing of them: as an output that some
     * input went into, as a unit that something was built into, as what another lot turned out to
     * be, or as that other lot.
     */
    public Set<Long> namedElsewhere(Collection<Long> lots) {
        if (lots.isEmpty()) return Set.of();
        return new HashSet<>(database.sql("""
                select distinct i.lot from genealogy.fed_into i
                join genealogy.fed f on f.key = i.fed and f.corrected_by is null
                where i.lot = any(:lots::bigint[])
                union
                select y.lot from genealogy.yielded y join genealogy.run r on r.key = y.run
                where y.lot = any(:lots::bigint[]) and y.corrected_by is null
                  and r.kind in ('IDENTIFIED', 'INSTALLED')
                union
                select f.lot from genealogy.fed f join genealogy.run r on r.key = f.run
                where f.lot = any(:lots::bigint[]) and f.corrected_by is null
                  and r.kind = 'IDENTIFIED'
                """)
                .param("lots", lots.toArray(Long[]::new))
                .query((row, _) -> row.getLong(1))
                .list());
    }

    /** Which way same-material runs are followed. */
    public enum Family {
        /** To what was parted from it, and what was reclaimed from it. */
        PARTS,
        /** Also to what it was parted from, and so to all of one material. */
        SIBLINGS
    }

    /** Returns the spans with all of the same material: split, repacked, relabelled, returned. */
    public Set<Span> sameMaterial(Collection<Span> spans, Family family) {
        Set<Span> reached = new HashSet<>(spans);
        Collection<Span> frontier = spans;
        while (!frontier.isEmpty()) {
            List<Span> next = new ArrayList<>(parted(frontier, PARTS_OF, "fed", "yielded"));
            if (family == Family.SIBLINGS) next.addAll(parted(frontier, SAME, "yielded", "fed"));
            frontier = next.stream().filter(reached::add).toList();
        }
        return reached;
    }

    private List<Span> parted(Collection<Span> spans, String runs, String from, String to) {
        return database.sql("""
                select distinct o.lot, o.first_ordinal, o.last_ordinal
                from unnest(?::bigint[], ?::int[], ?::int[]) as a (lot, first, last)
                join genealogy.%s i on i.lot = a.lot and i.first_ordinal <= a.last
                    and i.last_ordinal >= a.first and i.corrected_by is null
                join genealogy.run r on r.key = i.run and (%s)
                join genealogy.%s o on o.run = r.key and o.corrected_by is null
                """.formatted(from, runs, to))
                .params(
                        spans.stream().map(Span::lot).toArray(Long[]::new),
                        spans.stream().map(Span::first).toArray(Integer[]::new),
                        spans.stream().map(Span::last).toArray(Integer[]::new))
                .query((row, _) -> span(row))
                .list();
    }

    /** Returns the outputs of a run. */
    public List<Span> outputs(RunId run) {
        return flows(List.of(run)).stream()
                .filter(Flow::isOutput)
                .map(Flow::span)
                .toList();
    }

    private static Flow flow(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Flow(row.getString("node"), Way.valueOf(row.getString("way")), span(row));
    }

    private static Span span(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Span(
                row.getLong("lot"), row.getInt("first_ordinal"), row.getInt("last_ordinal"));
    }
}
