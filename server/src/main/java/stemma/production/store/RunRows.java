package stemma.production.store;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.LotNumber;
import stemma.ledger.Recorded;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The rows of one append, written as sets: what the events say, what corrections ended, and then
 * what the documents concerned say as a whole.
 */
final class RunRows {
    private static final String BETWEEN = "\u001f";
    private final JdbcClient database;
    private final List<Said> said = new ArrayList<>();
    private final List<Long> ended = new ArrayList<>();
    private final List<Long> by = new ArrayList<>();
    private final Set<RunKey> touched = new TreeSet<>();

    private record Said(RunEntry entry, Recorded recorded, Set<String> items) {}

    RunRows(JdbcClient database) {
        this.database = database;
    }

    void add(RunEntry entry, Recorded recorded, Set<String> items) {
        said.add(new Said(entry, recorded, items));
        entry.key().ifPresent(touched::add);
    }

    void end(RunEntry entry, long seq, long correction) {
        ended.add(seq);
        by.add(correction);
        entry.key().ifPresent(touched::add);
    }

    void write() {
        insert();
        end();
        if (!touched.isEmpty()) settle();
    }

    private void insert() {
        if (said.isEmpty()) return;
        database.sql("""
                insert into production.entry (seq, kind, code, code_normal, line, line_normal,
                    order_code, order_normal, site, items, occurred_from)
                select q, k, c, cn, p, pn, o, n, s, string_to_array(i, E'\\x1f'), f
                from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                            ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[])
                     as row (q, k, c, cn, p, pn, o, n, s, i, f)
                """)
                .params(
                        said.stream().map(s -> s.recorded().seq()).toArray(Long[]::new),
                        texts(RunEntry::kind),
                        texts(RunEntry::code),
                        texts(e -> LotNumber.normal(e.code())),
                        texts(RunEntry::line),
                        texts(e -> LotNumber.normal(e.line())),
                        texts(RunEntry::order),
                        texts(e -> e.order() == null ? null : LotNumber.normal(e.order())),
                        texts(RunEntry::site),
                        said.stream()
                                .map(s -> String.join(BETWEEN, s.items()))
                                .toArray(String[]::new),
                        texts(e -> e.occurredFrom().toString()))
                .update();
    }

    private Object texts(Function<RunEntry, @Nullable String> column) {
        return said.stream().map(s -> column.apply(s.entry())).toArray(String[]::new);
    }

    private void end() {
        if (ended.isEmpty()) return;
        database.sql("""
                update production.entry e set corrected_by = c.by
                from unnest(?::bigint[], ?::bigint[]) as c (seq, by)
                where e.seq = c.seq
                """)
                .params(ended.toArray(Long[]::new), by.toArray(Long[]::new))
                .update();
        Object[] keys = keys();
        database.sql("""
                delete from production.run h
                using unnest(?::text[], ?::text[], ?::text[]) as k (kind, code, run)
                where (h.kind, h.code_normal, h.code) = (k.kind, k.code, k.run)
                """).params(keys).update();
    }

    /** Each document is looked up by its code, so that a kept plan is right at every size. */
    private void settle() {
        database.sql("""
                insert into production.run (kind, code_normal, code, line, line_normal, site,
                    occurred_from, first_seq)
                select k.kind, k.code, k.run, e.line, e.line_normal, e.site, e.began, e.first
                from unnest(?::text[], ?::text[], ?::text[]) as k (kind, code, run)
                cross join lateral (
                    select max(e.line) as line, max(e.line_normal) as line_normal,
                           min(e.site) as site, min(e.occurred_from) as began, min(e.seq) as first
                    from production.entry e
                    where e.code_normal = k.code and e.code = k.run
                      and e.kind = k.kind and e.corrected_by is null) e
                where e.first is not null
                on conflict (code_normal, kind, code) do update set
                    line = excluded.line, line_normal = excluded.line_normal,
                    site = excluded.site, occurred_from = excluded.occurred_from,
                    first_seq = excluded.first_seq
                """).params(keys()).update();
    }

    private Object[] keys() {
        return new Object[] {
            touched.stream().map(RunKey::kind).toArray(String[]::new),
            touched.stream().map(RunKey::code).toArray(String[]::new),
            touched.stream().map(RunKey::run).toArray(String[]::new)
        };
    }
}
