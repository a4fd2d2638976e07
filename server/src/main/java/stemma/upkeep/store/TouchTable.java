package stemma.upkeep.store;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.EventId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.RunId;
import stemma.upkeep.RunUse;
import stemma.upkeep.ToldCleaning;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Keeps what events say of resources, computed from them. */
public final class TouchTable {
    static final String SEPARATOR = "\u001f";
    private final JdbcClient database;

    public TouchTable(JdbcClient database) {
        this.database = database;
    }

    public void add(List<TouchRow> rows) {
        if (rows.isEmpty()) return;
        database.sql("""
                insert into upkeep.touch (seq, normal, resource, kind, event, site, occurred_from,
                    occurred_to, told_by, run, products, words)
                select seq, normal, resource, kind, event, site, occurred_from, occurred_to, told_by,
                       run, coalesce(string_to_array(nullif(products, ''), chr(31)), '{}'), words
                from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::text[],
                        ?::timestamptz[], ?::timestamptz[], ?::text[], ?::text[], ?::text[],
                        ?::text[])
                    as row (seq, normal, resource, kind, event, site, occurred_from, occurred_to,
                        told_by, run, products, words)
                on conflict do nothing
                """)
                .params(
                        rows.stream().map(TouchRow::seq).toArray(Long[]::new),
                        texts(rows, row -> normal(row.resource())),
                        texts(rows, row -> row.resource().code()),
                        texts(rows, row -> row.kind().word()),
                        texts(rows, row -> row.event().toString()),
                        texts(rows, row -> row.site().code()),
                        texts(rows, row -> row.from().toString()),
                        texts(rows, row -> row.to().toString()),
                        texts(rows, row -> row.by().code()),
                        texts(rows, row -> row.run() == null ? null : row.run().code()),
                        texts(rows, row -> String.join(SEPARATOR, row.products())),
                        texts(rows, TouchRow::words))
                .update();
    }

    private static @Nullable String[] texts(
            List<TouchRow> rows, Function<TouchRow, @Nullable String> of) {
        return rows.stream().map(of).toArray(String[]::new);
    }

    /** Ends what corrected events said: each by the seq of its correction. */
    public void end(Map<Long, Long> ended) {
        if (ended.isEmpty()) return;
        List<Map.Entry<Long, Long>> all = List.copyOf(ended.entrySet());
        database.sql("""
                update upkeep.touch t set corrected_by = c.by
                from unnest(?::bigint[], ?::bigint[]) as c (seq, by) where t.seq = c.seq
                """)
                .params(
                        all.stream().map(Map.Entry::getKey).toArray(Long[]::new),
                        all.stream().map(Map.Entry::getValue).toArray(Long[]::new))
                .update();
    }

    /** Returns the cleaning that an event tells, unless it was voided. */
    public Optional<ToldCleaning> cleaning(EventId event) {
        return database.sql("""
                select * from upkeep.touch
                where event = ?::uuid and kind = 'cleaned' and corrected_by is null
                """)
                .param(event.toString())
                .query((row, _) -> new ToldCleaning(
                        event,
                        new ResourceCode(row.getString("resource")),
                        row.getObject("occurred_to", OffsetDateTime.class).toInstant(),
                        row.getString("told_by")))
                .optional();
    }

    /** Returns what the runs used by which these lots were made. */
    public List<RunUse> madeWith(Collection<EventId> births, Collection<RunId> runs) {
        if (births.isEmpty()) return List.of();
        return database.sql("""
                select u.normal, min(u.resource) as resource, coalesce(u.run, '') as run,
                       min(u.occurred_from) as used_from, max(u.occurred_to) as used_to
                from upkeep.touch u
                where u.kind = 'used' and u.corrected_by is null
                  and (u.event = any(?::uuid[]) or u.run = any(?::text[]))
                group by u.normal, coalesce(u.run, '') order by u.normal, used_from
                """)
                .params(ids(births), runs.stream().map(RunId::code).toArray(String[]::new))
                .query((row, _) -> new RunUse(
                        new ResourceCode(row.getString("resource")),
                        row.getString("run"),
                        row.getObject("used_from", OffsetDateTime.class).toInstant(),
                        row.getObject("used_to", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static String[] ids(Collection<EventId> events) {
        return events.stream().map(EventId::toString).toArray(String[]::new);
    }

    static String normal(ResourceCode resource) {
        return LotNumber.normal(resource.code());
    }
}
