package stemma.genealogy.store;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.genealogy.Span;
import stemma.identifiers.Portion;
import stemma.identifiers.RunId;
import stemma.ledger.Event;
import stemma.ledger.EventJson;
import stemma.ledger.Evidence;
import stemma.ledger.Facts;
import stemma.ledger.Link;
import stemma.ledger.Occurrence;
import stemma.ledger.Recorded;
import stemma.ledger.ResourceUse;
import stemma.ledger.Run;
import stemma.ledger.RunBasis;
import stemma.ledger.RunKind;
import stemma.ledger.Touches;
import stemma.lots.Lot;
import stemma.quantity.Quantity;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The links of one append, collected and written as sets: runs first, then what hangs on them. */
final class LinkRows {
    private final JdbcClient database;
    private final Map<RunId, RunRow> runs = new LinkedHashMap<>();
    private final List<Row> fed = new ArrayList<>();
    private final List<Row> yielded = new ArrayList<>();
    private final VesselRows flows;
    private final List<Use> uses = new ArrayList<>();
    private final List<long[]> corrections = new ArrayList<>();

    private record RunRow(
            Run run, String kind, Link.Likeness likeness, String site, Instant from, Instant to) {}

    private record Row(
            RunId run, Span lot, Link link, Evidence evidence, long seq, List<Span> into) {}

    private record Use(
            ResourceUse use,
            @Nullable RunId run,
            @Nullable Span lot,
            Occurrence occurred,
            long seq) {}

    LinkRows(JdbcClient database) {
        this.database = database;
        this.flows = new VesselRows(database);
    }

    void corrected(long seq, long by) {
        corrections.add(new long[] {seq, by});
    }

    void add(Recorded recorded, Event effect, Function<Portion, Span> spans) {
        var c = effect.circumstances();
        int line = 0;
        for (Link link : Facts.links(effect)) {
            Span lot = spans.apply(link.lot());
            switch (link) {
                case Link.Fed in -> {
                    run(in.run(), in.likeness(), effect);
                    List<Span> into = in.into().stream().map(spans).toList();
                    fed.add(new Row(in.run(), lot, in, c.evidence(), recorded.seq(), into));
                }
                case Link.Yielded out -> {
                    run(out.run(), out.likeness(), effect);
                    yielded.add(
                            new Row(out.run(), lot, out, c.evidence(), recorded.seq(), List.of()));
                }
                case Link.FilledInto fill ->
                    flows.add(fill.vessel(), "fill", lot, fill, c, recorded.seq(), line);
                case Link.DrawnFrom draw ->
                    flows.add(draw.vessel(), "draw", lot, draw, c, recorded.seq(), line);
            }
            line++;
        }
        if (effect instanceof Event.Emptied e)
            flows.add(e.vessel(), "empty", null, null, c, recorded.seq(), 0);
        uses(recorded.seq(), effect, spans);
    }

    /**
     * Everything of an untracked item at a site mixes: each lot of it goes into the pool and comes
     * out.
     */
    void addToPool(Lot lot, Recorded recorded, Occurrence at) {
        RunId pool = new RunId("pool:" + lot.site() + "/" + lot.item());
        Run run = new Run(pool, null, null, RunKind.BLEND, RunBasis.DISCRETE_UNIT, null);
        RunRow row = new RunRow(
                run, "POOL", Link.Likeness.NEW_MATERIAL, lot.site().code(), at.from(), at.to());
        runs.merge(pool, row, LinkRows::earlier);
        Span span = new Span(lot.key(), lot.span().first().ordinal(), lot.span().last());
        var one = new Quantity(BigDecimal.ONE, lot.unit());
        fed.add(new Row(
                pool,
                span,
                new Link.Fed(pool, Link.Likeness.NEW_MATERIAL, lot.span(), one, List.of()),
                Evidence.DERIVED,
                recorded.seq(),
                List.of()));
        yielded.add(new Row(
                pool,
                span,
                new Link.Yielded(pool, Link.Likeness.NEW_MATERIAL, lot.span(), one),
                Evidence.DERIVED,
                recorded.seq(),
                List.of()));
    }

    private void uses(long seq, Event effect, Function<Portion, Span> spans) {
        RunId run = effect instanceof Event.OfRun e ? e.run().id() : null;
        for (ResourceUse use : effect.circumstances().resources()) {
            Occurrence occurred = effect.circumstances().occurredAt();
            if (run != null) uses.add(new Use(use, run, null, occurred, seq));
            else {
                for (Portion lot : Touches.lots(effect)) {
                    uses.add(new Use(use, null, spans.apply(lot), occurred, seq));
                }
            }
        }
    }

    private void run(RunId id, Link.Likeness likeness, Event effect) {
        Run run = effect instanceof Event.OfRun e
                ? e.run()
                : new Run(id, null, null, RunKind.PRODUCTION, RunBasis.DISCRETE_UNIT, null);
        Occurrence at = effect.circumstances().occurredAt();
        runs.merge(
                id,
                new RunRow(
                        run,
                        kind(effect, run),
                        likeness,
                        effect.circumstances().site().code(),
                        at.from(),
                        at.to()),
                LinkRows::earlier);
    }

    /** A one-event run is of the kind of its event. */
    private static String kind(Event effect, Run run) {
        return effect instanceof Event.OfRun
                ? run.kind().name()
                : EventJson.kind(effect).toUpperCase(Locale.ROOT);
    }

    private static RunRow earlier(RunRow a, RunRow b) {
        return new RunRow(
                new Run(
                        a.run().id(),
                        a.run().order() == null ? b.run().order() : a.run().order(),
                        a.run().line() == null ? b.run().line() : a.run().line(),
                        a.run().kind(),
                        a.run().basis(),
                        a.run().after() == null ? b.run().after() : a.run().after()),
                a.kind(),
                a.likeness(),
                a.site(),
                a.from().isBefore(b.from()) ? a.from() : b.from(),
                a.to().isBefore(b.to()) ? a.to() : b.to());
    }

    void write() {
        writeRuns();
        writeFed();
        writeYielded();
        flows.write();
        writeUses();
        if (corrections.isEmpty()) return;
        long[] seqs = corrections.stream().mapToLong(c -> c[0]).toArray();
        long[] by = corrections.stream().mapToLong(c -> c[1]).toArray();
        for (String table : List.of("fed", "yielded", "vessel_flow", "use")) {
            database.sql("update genealogy." + table + """
                     l set corrected_by = c.by
                    from unnest(?::bigint[], ?::bigint[]) as c (seq, by) where l.seq = c.seq
                    """).params(seqs, by).update();
        }
    }

    /** A run begins with the earliest of its events; a basis, once claimed, is not unclaimed. */
    private void writeRuns() {
        if (runs.isEmpty()) return;
        List<RunRow> all = runs.values().stream()
                .sorted((a, b) -> a.run().id().compareTo(b.run().id()))
                .toList();
        database.sql("""
                insert into genealogy.run as r (id, kind, likeness, site, work_order, line, basis, after,
                    started_from, started_to)
                select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[])
                on conflict (id) do update set
                    work_order = coalesce(r.work_order, excluded.work_order),
                    line = coalesce(r.line, excluded.line),
                    basis = case when r.basis = 'NONE' then excluded.basis else r.basis end,
                    after = coalesce(r.after, excluded.after),
                    kind = case when r.kind = 'PRODUCTION' then excluded.kind else r.kind end,
                    started_from = least(r.started_from, excluded.started_from),
                    started_to = least(r.started_to, excluded.started_to)
                where r.work_order is null and excluded.work_order is not null
                   or r.line is null and excluded.line is not null
                   or r.basis = 'NONE' and excluded.basis <> 'NONE'
                   or r.after is null and excluded.after is not null
                   or r.kind = 'PRODUCTION' and excluded.kind <> 'PRODUCTION'
                   or excluded.started_from < r.started_from
                   or excluded.started_to < r.started_to
                """)
                .params(
                        texts(all, r -> r.run().id().code()),
                        texts(all, RunRow::kind),
                        texts(all, r -> r.likeness().name()),
                        texts(all, RunRow::site),
                        texts(
                                all,
                                r -> r.run().order() == null
                                        ? null
                                        : r.run().order().code()),
                        texts(
                                all,
                                r -> r.run().line() == null
                                        ? null
                                        : r.run().line().code()),
                        texts(all, r -> r.run().basis().name()),
                        texts(
                                all,
                                r -> r.run().after() == null
                                        ? null
                                        : r.run().after().code()),
                        texts(all, r -> r.from().toString()),
                        texts(all, r -> r.to().toString()))
                .update();
    }

    private void writeFed() {
        if (fed.isEmpty()) return;
        List<Long> keys = database.sql("""
                insert into genealogy.fed (run, lot, first_ordinal, last_ordinal, quantity, evidence,
                    everywhere, seq)
                select r.key, f.lot, f.first, f.last, f.quantity, f.evidence, f.everywhere, f.seq
                from unnest(?::text[], ?::bigint[], ?::int[], ?::int[], ?::numeric[], ?::int[],
                            ?::boolean[], ?::bigint[])
                     with ordinality as f (run, lot, first, last, quantity, evidence, everywhere, seq, n)
                join genealogy.run r on r.id = f.run
                order by f.n
                returning key
                """)
                .params(
                        texts(fed, r -> r.run().code()),
                        longs(fed, r -> r.lot().lot()),
                        ints(fed, r -> r.lot().first()),
                        ints(fed, r -> r.lot().last()),
                        numbers(fed),
                        ints(fed, r -> r.evidence().ordinal()),
                        fed.stream().map(r -> r.into().isEmpty()).toArray(Boolean[]::new),
                        longs(fed, Row::seq))
                .query((row, _) -> row.getLong(1))
                .list();
        writeInto(keys);
    }

    private void writeInto(List<Long> keys) {
        List<Long> of = new ArrayList<>();
        List<Span> into = new ArrayList<>();
        for (int i = 0; i < fed.size(); i++) {
            for (Span output : fed.get(i).into()) {
                of.add(keys.get(i));
                into.add(output);
            }
        }
        if (into.isEmpty()) return;
        database.sql("""
                insert into genealogy.fed_into
                select * from unnest(?::bigint[], ?::bigint[], ?::int[], ?::int[])
                on conflict do nothing
                """)
                .params(
                        of.toArray(Long[]::new),
                        longs(into, Span::lot),
                        ints(into, Span::first),
                        ints(into, Span::last))
                .update();
    }

    private void writeYielded() {
        if (yielded.isEmpty()) return;
        database.sql("""
                insert into genealogy.yielded (run, lot, first_ordinal, last_ordinal, quantity, evidence, seq)
                select r.key, y.lot, y.first, y.last, y.quantity, y.evidence, y.seq
                from unnest(?::text[], ?::bigint[], ?::int[], ?::int[], ?::numeric[], ?::int[], ?::bigint[])
                     as y (run, lot, first, last, quantity, evidence, seq)
                join genealogy.run r on r.id = y.run
                """)
                .params(
                        texts(yielded, r -> r.run().code()),
                        longs(yielded, r -> r.lot().lot()),
                        ints(yielded, r -> r.lot().first()),
                        ints(yielded, r -> r.lot().last()),
                        numbers(yielded),
                        ints(yielded, r -> r.evidence().ordinal()),
                        longs(yielded, Row::seq))
                .update();
    }

    private void writeUses() {
        if (uses.isEmpty()) return;
        database.sql("""
                insert into genealogy.use (resource, role, revision, run, lot, first_ordinal, last_ordinal,
                    occurred_from, occurred_to, seq)
                select u.resource, u.role, u.revision, r.key, u.lot, u.first, u.last, u.f, u.t, u.seq
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::int[], ?::int[],
                            ?::timestamptz[], ?::timestamptz[], ?::bigint[])
                     as u (resource, role, revision, run, lot, first, last, f, t, seq)
                left join genealogy.run r on r.id = u.run
                """)
                .params(
                        texts(uses, u -> u.use().resource().code()),
                        texts(uses, u -> u.use().role()),
                        texts(uses, u -> u.use().revision()),
                        texts(uses, u -> u.run() == null ? null : u.run().code()),
                        longs(uses, u -> u.lot() == null ? null : u.lot().lot()),
                        ints(uses, u -> u.lot() == null ? null : u.lot().first()),
                        ints(uses, u -> u.lot() == null ? null : u.lot().last()),
                        texts(uses, u -> u.occurred().from().toString()),
                        texts(uses, u -> u.occurred().to().toString()),
                        longs(uses, Use::seq))
                .update();
    }

    private static Object numbers(List<Row> rows) {
        return rows.stream()
                .map(r -> Objects.requireNonNull(r.link()).quantity().amount())
                .toArray(BigDecimal[]::new);
    }

    private static <T> Object texts(List<T> rows, Function<T, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private static <T> Object longs(List<T> rows, Function<T, @Nullable Long> column) {
        return rows.stream().map(column).toArray(Long[]::new);
    }

    private static <T> Object ints(List<T> rows, Function<T, @Nullable Integer> column) {
        return rows.stream().map(column).toArray(Integer[]::new);
    }
}
