package stemma.stock.store;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.ContainerCode;
import stemma.ledger.ContentBasis;
import stemma.ledger.Event;
import stemma.ledger.Place;
import stemma.ledger.Recorded;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Keeps where each event put which containers, and where they therefore stand. */
final class ContainerSteps {
    private final JdbcClient database;

    ContainerSteps(JdbcClient database) {
        this.database = database;
    }

    private record Step(
            ContainerCode code,
            @Nullable ContainerCode parent,
            @Nullable Place place,
            ContentBasis basis) {}

    /** Takes note of what the events, one after the other, did to containers. */
    void project(List<Recorded> events) {
        for (Recorded recorded : events) {
            if (recorded.undone() == null && recorded.effect() instanceof Event.OfContainers e) {
                write(steps(e), recorded);
            } else if (recorded.undone() != null
                    && recorded.undone().effect() instanceof Event.OfContainers) {
                anew(recorded);
            }
        }
    }

    private void anew(Recorded correction) {
        long seq = correction.undone() == null ? 0 : correction.undone().seq();
        TreeSet<String> codes = new TreeSet<>(database.sql("""
                update stock.container_step set corrected_by = ? where seq = ? returning code
                """)
                .params(correction.seq(), seq)
                .query((row, _) -> row.getString(1))
                .list());
        settle(codes);
        if (correction.effect() instanceof Event.OfContainers e) write(steps(e), correction);
    }

    private List<Step> steps(Event.OfContainers event) {
        List<Step> steps = new ArrayList<>();
        switch (event) {
            case Event.Packed e -> {
                if (e.at() != null || !isKnown(e.container())) {
                    steps.add(new Step(e.container(), null, e.at(), e.basis()));
                }
                e.containers().forEach(c -> steps.add(new Step(c, e.container(), null, e.basis())));
            }
            case Event.Unpacked e ->
                e.containers()
                        .forEach(c -> steps.add(new Step(c, null, e.to(), ContentBasis.OBSERVED)));
            case Event.Moved e ->
                e.containers()
                        .forEach(c -> steps.add(new Step(c, null, e.to(), ContentBasis.OBSERVED)));
            case Event.Consumed _, Event.Shipped _ -> {}
        }
        return steps;
    }

    private boolean isKnown(ContainerCode code) {
        return database.sql("select exists (select from stock.container where code = ?)")
                .param(code.code())
                .query(Boolean.class)
                .single();
    }

    private void write(List<Step> steps, Recorded recorded) {
        Event effect = recorded.effect();
        if (effect == null) return;
        for (Step step : steps) {
            Place place = step.place();
            ContainerCode parent = step.parent();
            database.sql("""
                    insert into stock.container_step (seq, code, parent, place, basis, occurred_to)
                    values (?, ?, ?, ?, ?, ?::timestamptz) on conflict do nothing
                    """)
                    .params(Arrays.asList(
                            recorded.seq(),
                            step.code().code(),
                            parent == null ? null : parent.code(),
                            place == null ? null : place.text(),
                            step.basis().name(),
                            effect.circumstances().occurredAt().to().toString()))
                    .update();
        }
        settle(steps.stream().map(s -> s.code().code()).toList());
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
