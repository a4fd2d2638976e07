package stemma.documents.store;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.documents.DocumentEntry;
import stemma.documents.DocumentKey;
import stemma.documents.DocumentKind;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The rows of one append, written as sets: what the events say, what corrections ended, and then
 * what the documents concerned say as a whole.
 */
final class DocumentRows {
    private static final String BETWEEN = "\u001f";
    private final JdbcClient database;
    private final List<Said> said = new ArrayList<>();
    private final List<Long> ended = new ArrayList<>();
    private final List<Long> by = new ArrayList<>();
    private final Set<DocumentKey> touched = new TreeSet<>();

    private record Said(DocumentEntry entry, long seq, Set<String> items) {}

    DocumentRows(JdbcClient database) {
        this.database = database;
    }

    void add(DocumentEntry entry, long seq, Set<String> items) {
        said.add(new Said(entry, seq, items));
        touch(entry);
    }

    void end(DocumentEntry entry, long seq, long correction) {
        ended.add(seq);
        by.add(correction);
        touch(entry);
    }

    private void touch(DocumentEntry entry) {
        if (entry.part() != DocumentEntry.Part.BEFALLS) touched.add(entry.key());
    }

    boolean isEmpty() {
        return said.isEmpty() && ended.isEmpty();
    }

    void write() {
        insert();
        cameBack();
        end();
        if (!touched.isEmpty()) settle();
    }

    private void insert() {
        if (said.isEmpty()) return;
        database.sql("""
                insert into documents.entry (seq, kind, part, code, code_normal, apart, with_whom,
                    with_normal, order_code, order_normal, site, items, occurred_from)
                select q, k, r, c, cn, a, w, wn, o, n, s, string_to_array(i, E'\\x1f'), f
                from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                            ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                            ?::timestamptz[])
                     as row (q, k, r, c, cn, a, w, wn, o, n, s, i, f)
                """)
                .params(
                        said.stream().map(Said::seq).toArray(Long[]::new),
                        texts(e -> e.kind().word()),
                        texts(e -> e.part().name().toLowerCase(Locale.ROOT)),
                        texts(DocumentEntry::code),
                        texts(e -> e.key().code()),
                        texts(e -> e.key().apart()),
                        texts(DocumentEntry::with),
                        texts(e -> LotNumber.normal(e.with())),
                        texts(e -> e.order() == null ? null : e.order().code()),
                        texts(e -> e.order() == null
                                ? null
                                : LotNumber.normal(e.order().code())),
                        texts(DocumentEntry::site),
                        said.stream()
                                .map(s -> String.join(BETWEEN, s.items()))
                                .toArray(String[]::new),
                        texts(e -> e.occurredFrom().toString()))
                .update();
    }

    private Object texts(Function<DocumentEntry, @Nullable String> column) {
        return said.stream().map(s -> column.apply(s.entry())).toArray(String[]::new);
    }

    private void cameBack() {
        List<String> births = new ArrayList<>();
        List<Long> seqs = new ArrayList<>();
        for (Said one : said) {
            if (one.entry().kind() != DocumentKind.RETURN) continue;
            for (LotId lot : one.entry().lots()) {
                births.add(lot.birth().toString());
                seqs.add(one.seq());
            }
        }
        if (seqs.isEmpty()) return;
        database.sql("""
                insert into documents.came_back (birth, seq)
                select distinct birth::uuid, seq
                from unnest(?::text[], ?::bigint[]) as row (birth, seq)
                """)
                .params(births.toArray(String[]::new), seqs.toArray(Long[]::new))
                .update();
    }

    private void end() {
        if (ended.isEmpty()) return;
        for (String table : List.of("entry", "came_back")) {
            database.sql("update documents." + table + """
                     e set corrected_by = c.by
                    from unnest(?::bigint[], ?::bigint[]) as c (seq, by)
                    where e.seq = c.seq
                    """)
                    .params(ended.toArray(Long[]::new), by.toArray(Long[]::new))
                    .update();
        }
        database.sql("""
                delete from documents.document h
                using unnest(?::text[], ?::text[], ?::text[]) as k (kind, code, apart)
                where (h.kind, h.code_normal, h.apart) = (k.kind, k.code, k.apart)
                """).params(keys()).update();
    }

    /**
     * Each document is looked up by its code, so that a kept plan is right at every size. It began
     * with what tells it, not with what follows, wherever both are known.
     */
    private void settle() {
        database.sql("""
                insert into documents.document (kind, code_normal, apart, with_normal, site,
                    occurred_from, first_seq)
                select k.kind, k.code, k.apart, e.with_normal, e.site, e.began, e.first
                from unnest(?::text[], ?::text[], ?::text[]) as k (kind, code, apart)
                cross join lateral (
                    select max(e.with_normal) as with_normal, min(e.site) as site,
                           coalesce(min(e.occurred_from) filter (where e.part = 'tells'),
                                    min(e.occurred_from)) as began,
                           min(e.seq) as first
                    from documents.entry e
                    where e.code_normal = k.code and e.apart = k.apart and e.kind = k.kind
                      and e.part <> 'befalls' and e.corrected_by is null) e
                where e.first is not null
                on conflict (code_normal, kind, apart) do update set
                    with_normal = excluded.with_normal, site = excluded.site,
                    occurred_from = excluded.occurred_from, first_seq = excluded.first_seq
                """).params(keys()).update();
    }

    private Object[] keys() {
        return new Object[] {
            touched.stream().map(key -> key.kind().word()).toArray(String[]::new),
            touched.stream().map(DocumentKey::code).toArray(String[]::new),
            touched.stream().map(DocumentKey::apart).toArray(String[]::new)
        };
    }
}
