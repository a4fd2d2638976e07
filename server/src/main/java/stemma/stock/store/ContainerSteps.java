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
    private final Circles circles;

    ContainerSteps(JdbcClient database) {
        this.database = database;
        this.circles = new Circles(database);
    }

    private record Step(
            long seq,
            ContainerCode code,
            @Nullable ContainerCode parent,
            @Nullable Place place,
            @Nullable ContentBasis basis,
            Going going,
            Instant until) {
        static Step to(long seq, ContainerCode code, Place to, Instant until) {
            return to instanceof Place.InContainer(var outer)
                    ? new Step(seq, code, outer, null, null, Going.GOES, until)
                    : new Step(seq, code, null, to, null, Going.GOES, until);
        }
    }

    /** Whether a step puts the container somewhere, or only tells how its content is known. */
    private enum Going {
        GOES,
        STAYS
    }

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
                steps.add(packed(e, seq, known, until));
                for (ContainerCode c : e.containers())
                    steps.add(Step.to(seq, c, new Place.InContainer(e.container()), until));
            }
            case Event.Unpacked e -> {
                for (ContainerCode c : e.containers()) steps.add(Step.to(seq, c, e.to(), until));
            }
            case Event.Moved e -> {
                for (ContainerCode c : e.containers()) steps.add(Step.to(seq, c, e.to(), until));
            }
            case Event.Shipped e -> {
                Place road = new Place.InTransit(e.shipment());
                for (ContainerCode c : e.containers()) steps.add(Step.to(seq, c, road, until));
            }
            case Event.Consumed _ -> {}
        }
        steps.forEach(step -> known.add(step.code()));
        return steps;
    }

    /** What is packed into stands where the event says, or stays where it stood. */
    private static Step packed(Event.Packed e, long seq, Set<ContainerCode> known, Instant until) {
        ContainerCode parent = e.at() instanceof Place.InContainer(var outer) ? outer : null;
        Going going = e.at() != null || !known.contains(e.container()) ? Going.GOES : Going.STAYS;
        return new Step(
                seq,
                e.container(),
                parent,
                parent == null ? e.at() : null,
                e.basis(),
                going,
                until);
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
                insert into stock.container_step
                    (seq, code, parent, place, basis, goes, occurred_to)
                select * from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::boolean[], ?::timestamptz[])
                on conflict do nothing
                """)
                .params(
                        steps.stream().map(Step::seq).toArray(Long[]::new),
                        texts(steps, s -> s.code().code()),
                        texts(steps, s -> s.parent() == null ? null : s.parent().code()),
                        texts(steps, s -> s.place() == null ? null : s.place().text()),
                        texts(steps, s -> s.basis() == null ? null : s.basis().name()),
                        steps.stream().map(s -> s.going() == Going.GOES).toArray(Boolean[]::new),
                        texts(steps, s -> s.until().toString()))
                .update();
        settle(new TreeSet<>(steps.stream().map(s -> s.code().code()).toList()));
    }

    private static Object texts(List<Step> steps, Function<Step, @Nullable String> column) {
        return steps.stream().map(column).toArray(String[]::new);
    }

    /**
     * A container stands where its last step put it; without any it is not known. Its content is
     * known as the last packing says. Whatever was loosed from a circle is looked at again.
     */
    private void settle(Collection<String> codes) {
        TreeSet<String> wanted = new TreeSet<>(codes);
        wanted.addAll(database.sql(
                        "select code from stock.container where parent is null and place is null")
                .query(String.class)
                .list());
        String[] all = wanted.toArray(String[]::new);
        database.sql("""
                insert into stock.container (code, parent, place, basis)
                select distinct on (s.code) s.code, s.parent, s.place, coalesce((
                    select b.basis from stock.container_step b
                    where b.code = s.code and b.corrected_by is null and b.basis is not null
                    order by b.occurred_to desc, b.seq desc limit 1), 'OBSERVED')
                from stock.container_step s
                where s.code = any(?::text[]) and s.corrected_by is null and s.goes
                order by s.code, s.occurred_to desc, s.seq desc
                on conflict (code) do update
                    set parent = excluded.parent, place = excluded.place, basis = excluded.basis
                """).param(all).update();
        database.sql("""
                delete from stock.container c where c.code = any(?::text[]) and not exists (
                    select from stock.container_step s
                    where s.code = c.code and s.corrected_by is null and s.goes)
                """).param(all).update();
        circles.loose(all);
    }
}
