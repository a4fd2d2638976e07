package stemma.genealogy.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.database.Select;
import stemma.genealogy.AsOf;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads runs, and derives which run may have left material to which: stated, or on one line where
 * nothing shows that it was clear and no third run certainly lies between.
 */
public final class RunTable {
    // What was known of runs at an earlier moment is put together from what each event said of
    // them.
    private static final String RUNS_THEN = """
            with run_then as materialized (
                select s.run as key, r.id, min(s.line) as line, min(s.after) as after,
                       coalesce(min(s.basis) filter (where s.basis <> 'NONE'), 'NONE') as basis,
                       min(s.occurred_from) as started_from, min(s.occurred_to) as started_to
                from genealogy.run_stated s join genealogy.run r on r.key = s.run
                where %s
                group by s.run, r.id)
            """.formatted(Known.then("s"));

    private final JdbcClient database;

    public RunTable(JdbcClient database) {
        this.database = database;
    }

    public List<RunRow> runs(Collection<Long> keys) {
        return askRuns(keys).from(database);
    }

    /** Asks for these runs. */
    public static Select<RunRow> askRuns(Collection<Long> keys) {
        return Spans.selectRuns("""
                select r.key, r.id, r.kind, r.likeness, r.site, r.work_order, r.line, r.started_from
                from unnest(:runs::bigint[]) as a (key) join genealogy.run r on r.key = a.key
                """, keys, AsOf.now(), RunTable::run);
    }

    /** A run that parts one material, or has yielded nothing. */
    public record Apart(long key, String id, boolean sameMaterial) {}

    /** Returns of these runs those that part one material, and those named open. */
    public List<Apart> apart(Collection<Long> runs, Collection<Long> open) {
        if (runs.isEmpty()) return List.of();
        return database.sql("""
                select key, id, likeness = 'SAME_MATERIAL' as same from genealogy.run
                where key = any(:runs::bigint[])
                  and (likeness = 'SAME_MATERIAL' or key = any(:open::bigint[]))
                """)
                .param("runs", runs.toArray(Long[]::new))
                .param("open", open.toArray(Long[]::new))
                .query((row, _) ->
                        new Apart(row.getLong("key"), row.getString("id"), row.getBoolean("same")))
                .list();
    }

    /** Returns the runs of inputs, by the key of what was fed. */
    public Map<Long, Long> runsOfInputs(Collection<Long> fed) {
        Map<Long, Long> runs = new HashMap<>();
        database.sql("select key, run from genealogy.fed where key = any(?::bigint[])")
                .param(fed.toArray(Long[]::new))
                .query(row -> {
                    runs.put(row.getLong("key"), row.getLong("run"));
                });
        return runs;
    }

    /**
     * Returns the runs to which these may have left material. The next run certainly after this one
     * that began first bounds them: what begins after its latest beginning has it in between.
     */
    public List<CarriedRow> after(Collection<Long> runs, AsOf asOf) {
        return askAfter(runs, asOf).from(database);
    }

    static Select<CarriedRow> askAfter(Collection<Long> runs, AsOf asOf) {
        return carried("""
                select p.key as earlier, r.key as later, true as stated
                from genealogy.run p join genealogy.run r on r.after = p.id
                where p.key = any(:runs::bigint[])
                union all
                select p.key, r.key, false
                from genealogy.run p
                cross join lateral (
                    select min(q.started_to) as bound from genealogy.run q
                    where q.line = p.line and q.started_from > p.started_to
                      and q.started_from <= (
                          select f.started_to from genealogy.run f
                          where f.line = p.line and f.started_from > p.started_to
                          order by f.started_from limit 1)) n
                join genealogy.run r
                  on r.line = p.line and r.key <> p.key and r.basis = 'NONE'
                 and tstzrange(r.started_from, r.started_to, '[]')
                     && tstzrange(p.started_from, n.bound, '[]')
                where p.key = any(:runs::bigint[]) and p.line is not null
                """, runs, asOf);
    }

    /** Returns the runs that may have left material to these. */
    public List<CarriedRow> before(Collection<Long> runs, AsOf asOf) {
        return askBefore(runs, asOf).from(database);
    }

    static Select<CarriedRow> askBefore(Collection<Long> runs, AsOf asOf) {
        return carried("""
                select p.key as earlier, r.key as later, true as stated
                from genealogy.run r join genealogy.run p on p.id = r.after
                where r.key = any(:runs::bigint[])
                union all
                select p.key, r.key, false
                from genealogy.run r
                cross join lateral (
                    select max(q.started_from) as bound from genealogy.run q
                    where q.line = r.line and q.started_to < r.started_from
                      and q.started_to >= (
                          select f.started_from from genealogy.run f
                          where f.line = r.line and f.started_to < r.started_from
                          order by f.started_to desc limit 1)) m
                join genealogy.run p
                  on p.line = r.line and p.key <> r.key
                 and tstzrange(p.started_from, p.started_to, '[]')
                     && tstzrange(m.bound, r.started_to, '[]')
                where r.key = any(:runs::bigint[]) and r.line is not null and r.basis = 'NONE'
                """, runs, asOf);
    }

    /** A run by its code that may have left material; {@code stated} where the later says so. */
    public record CarriedFrom(String from, boolean stated) {}

    /** Returns the runs that may have left material to the one with that code, each once. */
    public List<CarriedFrom> carriedInto(String run) {
        List<Long> keys = database.sql("select key from genealogy.run where id = ?")
                .param(run)
                .query((row, _) -> row.getLong(1))
                .list();
        Map<Long, Boolean> carried = new LinkedHashMap<>();
        for (CarriedRow row : before(keys, AsOf.now())) {
            carried.merge(row.from(), row.stated(), Boolean::logicalOr);
        }
        return runs(carried.keySet()).stream()
                .map(row -> new CarriedFrom(
                        row.id(), java.util.Objects.requireNonNull(carried.get(row.key()))))
                .sorted(Comparator.comparing(CarriedFrom::from))
                .toList();
    }

    private static Select<CarriedRow> carried(String sql, Collection<Long> runs, AsOf asOf) {
        return Spans.selectRuns(
                asOf.isNow() ? sql : RUNS_THEN + sql.replace("genealogy.run ", "run_then "),
                runs,
                asOf,
                (row, _) -> new CarriedRow(
                        row.getLong("earlier"), row.getLong("later"), row.getBoolean("stated")));
    }

    private static RunRow run(ResultSet row, int number) throws SQLException {
        return new RunRow(
                row.getLong("key"),
                row.getString("id"),
                row.getString("kind"),
                row.getString("likeness"),
                row.getString("site"),
                row.getString("work_order"),
                row.getString("line"),
                row.getObject("started_from", OffsetDateTime.class).toInstant());
    }
}
