package stemma.genealogy.store;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.ledger.Event;
import stemma.ledger.Occurrence;
import stemma.ledger.Recorded;
import stemma.ledger.Run;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What the events of one append say of their runs. A run is what all its events together say: it
 * begins with the earliest, and a claim once made stands; so the order of recording changes
 * nothing, and an event that a correction ended says nothing any more.
 */
final class RunStatements {
    private final JdbcClient database;
    private final List<Said> said = new ArrayList<>();
    private final List<Long> ended = new ArrayList<>();
    private final List<Long> by = new ArrayList<>();

    private record Said(Run run, Occurrence at, long seq) {}

    RunStatements(JdbcClient database) {
        this.database = database;
    }

    void add(Recorded recorded) {
        if (recorded.undone() != null && run(recorded.undone().effect()) != null) {
            ended.add(recorded.undone().seq());
            by.add(recorded.seq());
        }
        Event effect = recorded.effect();
        Run run = effect == null ? null : run(effect);
        if (effect == null || run == null) return;
        said.add(new Said(run, effect.circumstances().occurredAt(), recorded.seq()));
    }

    /** Writes them, when the runs themselves stand, and makes the runs what is said of them now. */
    void write() {
        Set<Long> runs = new TreeSet<>(insert());
        runs.addAll(end());
        if (!runs.isEmpty()) settle(runs.toArray(Long[]::new));
    }

    private static @Nullable Run run(Event event) {
        return event instanceof Event.OfRun e ? e.run() : null;
    }

    private List<Long> insert() {
        if (said.isEmpty()) return List.of();
        return database.sql("""
                insert into genealogy.run_stated
                    (run, seq, kind, work_order, line, basis, after, occurred_from, occurred_to)
                select r.key, s.seq, s.kind, s.work_order, s.line, s.basis, s.after, s.f, s.t
                from unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                            ?::timestamptz[], ?::timestamptz[])
                     as s (run, seq, kind, work_order, line, basis, after, f, t)
                join genealogy.run r on r.id = s.run
                returning run
                """)
                .params(
                        texts(s -> s.run().id().code()),
                        said.stream().map(Said::seq).toArray(Long[]::new),
                        texts(s -> s.run().kind().name()),
                        texts(s ->
                                s.run().order() == null ? null : s.run().order().code()),
                        texts(s ->
                                s.run().line() == null ? null : s.run().line().code()),
                        texts(s -> s.run().basis().name()),
                        texts(s ->
                                s.run().after() == null ? null : s.run().after().code()),
                        texts(s -> s.at().from().toString()),
                        texts(s -> s.at().to().toString()))
                .query((row, _) -> row.getLong(1))
                .list();
    }

    private List<Long> end() {
        if (ended.isEmpty()) return List.of();
        return database.sql("""
                update genealogy.run_stated s set corrected_by = c.by
                from unnest(?::bigint[], ?::bigint[]) as c (seq, by)
                where s.seq = c.seq
                returning s.run
                """)
                .params(ended.toArray(Long[]::new), by.toArray(Long[]::new))
                .query((row, _) -> row.getLong(1))
                .list();
    }

    private void settle(Long[] runs) {
        database.sql("""
                update genealogy.run r set
                    kind = s.kind, work_order = s.work_order, line = s.line,
                    basis = s.basis, after = s.after,
                    started_from = coalesce(s.started_from, r.started_from),
                    started_to = coalesce(s.started_to, r.started_to)
                from (select a.run, coalesce(min(t.kind) filter (where t.kind <> 'PRODUCTION'), 'PRODUCTION') as kind,
                             min(t.work_order) as work_order, min(t.line) as line,
                             coalesce(min(t.basis) filter (where t.basis <> 'NONE'), 'NONE') as basis,
                             min(t.after) as after, min(t.occurred_from) as started_from,
                             min(t.occurred_to) as started_to
                      from unnest(?::bigint[]) as a (run)
                      left join genealogy.run_stated t on t.run = a.run and t.corrected_by is null
                      group by a.run) s
                where r.key = s.run
                  and (r.kind, r.work_order, r.line, r.basis, r.after, r.started_from, r.started_to)
                      is distinct from
                      (s.kind, s.work_order, s.line, s.basis, s.after,
                       coalesce(s.started_from, r.started_from),
                       coalesce(s.started_to, r.started_to))
                """).param(runs).update();
    }

    private Object texts(Function<Said, @Nullable String> column) {
        return said.stream().map(column).toArray(String[]::new);
    }
}
