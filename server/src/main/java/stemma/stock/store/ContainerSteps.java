package stemma.stock.store;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.ContainerCode;
import stemma.ledger.ContentBasis;
import stemma.ledger.Event;
import stemma.ledger.Place;
import stemma.ledger.Recorded;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Keeps where each event put which containers, and where they therefore stand. */
final class ContainerSteps {
    private final JdbcClient database;

    ContainerSteps(JdbcClient database) {
        this.database = database;
    }

    private record Step(
            long seq,
            ContainerCode code,
            @Nullable ContainerCode parent,
            @Nullable Place place,
            ContentBasis basis,
            Instant until) {}

    /** Takes note of what the events, one after the other, did to containers. */
    void project(List<Recorded> events) {
        List<Step> steps = new ArrayList<>();
        Set<ContainerCode> known = known(events);
        for (int i = 0; i < events.size(); i++) {
            Recorded recorded = events.get(i);
            if (recorded.undone() != null
                    && recorded.undone().effect() instanceof Event.OfContainers) {
                write(steps);
                steps.clear();
                anew(recorded);
                known = known(events.subList(i + 1, events.size()));
            } else if (recorded.undone() == null
                    && recorded.effect() instanceof Event.OfContainers e) {
                steps.addAll(steps(e, recorded.seq(), known));
            }
        }
        write(steps);
    }

    /** Ends the steps of what was corrected, and takes those of what stands in its place. */
    private void anew(Recorded correction) {
        long seq = correction.undone() == null ? 0 : correction.undone().seq();
        TreeSet<String> codes = new TreeSet<>(database.sql("""
                update stock.container_step set corrected_by = ? where seq = ? returning code
                """)
                .params(correction.seq(), seq)
                .query((row, _) -> row.getString(1))
                .list());
        settle(codes);
        if (correction.effect() instanceof Event.OfContainers e)
            write(steps(e, correction.seq(), known(List.of(correction))));
    }

    /** Returns the steps of an event, and adds to the containers known those that it brings up. */
    private static List<Step> steps(Event.OfContainers event, long seq, Set<ContainerCode> known) {
        Instant until = event.circumstances().occurredAt().to();
        List<Step> steps = new ArrayList<>();
        switch (event) {
            case Event.Packed e -> {
                if (e.at() != null || !known.contains(e.container()))
                    steps.add(new Step(seq, e.container(), null, e.at(), e.basis(), until));
                for (ContainerCode c : e.containers())
                    steps.add(new Step(seq, c, e.container(), null, e.basis(), until));
            }
            case Event.Unpacked e -> {
                for (ContainerCode c : e.containers())
                    steps.add(new Step(seq, c, null, e.to(), ContentBasis.OBSERVED, until));
            }
            case Event.Moved e -> {
                for (ContainerCode c : e.containers())
                    steps.add(new Step(seq, c, null, e.to(), ContentBasis.OBSERVED, until));
            }
            case Event.Consumed _, Event.Shipped _ -> {}
        }
        steps.forEach(step -> known.add(step.code()));
        return steps;
    }

    /** Returns those of the containers packed that stand somewhere already. */
    private Set<ContainerCode> known(List<Recorded> events) {
        Set<String> packed = new TreeSet<>();
        for (Recorded recorded : events)
            if (recorded.effect() instanceof Event.Packed e)
                packed.add(e.container().code());
        if (packed.isEmpty()) return new HashSet<>();
        return new HashSet<>(
                database.sql("select code from stock.container where code = any(?::text[])")
                        .param(packed.toArray(String[]::new))
                        .query((row, _) -> new ContainerCode(row.getString(1)))
                        .list());
    }

    private void write(List<Step> steps) {
        if (steps.isEmpty()) return;
        database.sql("""
                insert into stock.container_step (seq, code, parent, place, basis, occurred_to)
                select * from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::timestamptz[])
                on conflict do nothing
                """)
                .params(
                        steps.stream().map(Step::seq).toArray(Long[]::new),
                        texts(steps, s -> s.code().code()),
                        texts(steps, s -> s.parent() == null ? null : s.parent().code()),
                        texts(steps, s -> s.place() == null ? null : s.place().text()),
                        texts(steps, s -> s.basis().name()),
                        texts(steps, s -> s.until().toString()))
                .update();
        settle(new TreeSet<>(steps.stream().map(s -> s.code().code()).toList()));
    }

    private static Object texts(List<Step> steps, Function<Step, @Nullable String> column) {
        return steps.stream().map(column).toArray(String[]::new);
    }

    /** A container stands where its last step put it; without any it is not known. */
    private void settle(Collection<String> codes) {
        String[] all = codes.toArray(String[]::new);
        database.sql("""
                insert into stock.container (code, parent, place, basis)
                select distinct on (s.code) s.code, s.parent, s.place, s.basis
                from stock.container_step s
                where s.code = any(?::text[]) and s.corrected_by is null
                order by s.code, s.occurred_to desc, s.seq desc
                on conflict (code) do update
                    set parent = excluded.parent, place = excluded.place, basis = excluded.basis
                """).param(all).update();
        database.sql("""
                delete from stock.container c where c.code = any(?::text[]) and not exists (
                    select from stock.container_step s
                    where s.code = c.code and s.corrected_by is null)
                """).param(all).update();
    }
}
