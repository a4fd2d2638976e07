package stemma.shipping.store;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.LotId;
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
final class ShipmentRows {
    private static final String BETWEEN = "\u001f";
    private final JdbcClient database;
    private final List<Said> said = new ArrayList<>();
    private final List<Long> ended = new ArrayList<>();
    private final List<Long> by = new ArrayList<>();
    private final Set<ShipmentKey> touched = new TreeSet<>();

    private record Said(ShipmentEntry entry, Recorded recorded, Set<String> items) {}

    ShipmentRows(JdbcClient database) {
        this.database = database;
    }

    void add(ShipmentEntry entry, Recorded recorded, Set<String> items) {
        said.add(new Said(entry, recorded, items));
        entry.key().ifPresent(touched::add);
    }

    void end(ShipmentEntry entry, long seq, long correction) {
        ended.add(seq);
        by.add(correction);
        entry.key().ifPresent(touched::add);
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
                insert into shipping.entry (seq, kind, code, code_normal, consignee, consignee_normal,
                    order_code, order_normal, site, items, occurred_from)
                select q, k, c, cn, p, pn, o, n, s, string_to_array(i, E'\\x1f'), f
                from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                            ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[])
                     as row (q, k, c, cn, p, pn, o, n, s, i, f)
                """)
                .params(
                        said.stream().map(s -> s.recorded().seq()).toArray(Long[]::new),
                        texts(ShipmentEntry::kind),
                        texts(ShipmentEntry::code),
                        texts(e -> LotNumber.normal(e.code())),
                        texts(ShipmentEntry::consignee),
                        texts(e -> LotNumber.normal(e.consignee())),
                        texts(ShipmentEntry::order),
                        texts(e -> e.order() == null ? null : LotNumber.normal(e.order())),
                        texts(ShipmentEntry::site),
                        said.stream()
                                .map(s -> String.join(BETWEEN, s.items()))
                                .toArray(String[]::new),
                        texts(e -> e.occurredFrom().toString()))
                .update();
    }

    private void cameBack() {
        List<String> births = new ArrayList<>();
        List<Long> seqs = new ArrayList<>();
        for (Said one : said) {
            for (LotId lot : one.entry().cameBack()) {
                births.add(lot.birth().toString());
                seqs.add(one.recorded().seq());
            }
        }
        if (seqs.isEmpty()) return;
        database.sql("""
                insert into shipping.came_back (birth, seq)
                select distinct birth::uuid, seq
                from unnest(?::text[], ?::bigint[]) as row (birth, seq)
                """)
                .params(births.toArray(String[]::new), seqs.toArray(Long[]::new))
                .update();
    }

    private Object texts(Function<ShipmentEntry, @Nullable String> column) {
        return said.stream().map(s -> column.apply(s.entry())).toArray(String[]::new);
    }

    private void end() {
        if (ended.isEmpty()) return;
        database.sql("""
                update shipping.entry e set corrected_by = c.by
                from unnest(?::bigint[], ?::bigint[]) as c (seq, by)
                where e.seq = c.seq
                """)
                .params(ended.toArray(Long[]::new), by.toArray(Long[]::new))
                .update();
        database.sql("""
                update shipping.came_back e set corrected_by = c.by
                from unnest(?::bigint[], ?::bigint[]) as c (seq, by)
                where e.seq = c.seq
                """)
                .params(ended.toArray(Long[]::new), by.toArray(Long[]::new))
                .update();
        Object[] keys = keys();
        database.sql("""
                delete from shipping.shipment h
                using unnest(?::text[], ?::text[], ?::text[]) as k (kind, code, consignee)
                where (h.kind, h.code_normal, h.consignee_normal) = (k.kind, k.code, k.consignee)
                """).params(keys).update();
    }

    /** Each document is looked up by its code, so that a kept plan is right at every size. */
    private void settle() {
        database.sql("""
                insert into shipping.shipment (kind, code_normal, consignee_normal, code, consignee, site,
                    occurred_from, first_seq)
                select k.kind, k.code, k.consignee, e.code, e.consignee, e.site, e.began, e.first
                from unnest(?::text[], ?::text[], ?::text[]) as k (kind, code, consignee)
                cross join lateral (
                    select min(e.code) as code, min(e.consignee) as consignee, min(e.site) as site,
                           coalesce(min(e.occurred_from) filter (where e.kind <> 'arrival'),
                                    min(e.occurred_from)) as began,
                           min(e.seq) as first
                    from shipping.entry e
                    where e.code_normal = k.code and e.consignee_normal = k.consignee
                      and case e.kind when 'arrival' then 'shipment' else e.kind end = k.kind
                      and e.corrected_by is null) e
                where e.first is not null
                on conflict (code_normal, kind, consignee_normal) do update set
                    code = excluded.code, consignee = excluded.consignee, site = excluded.site,
                    occurred_from = excluded.occurred_from, first_seq = excluded.first_seq
                """).params(keys()).update();
    }

    private Object[] keys() {
        return new Object[] {
            touched.stream().map(ShipmentKey::kind).toArray(String[]::new),
            touched.stream().map(ShipmentKey::code).toArray(String[]::new),
            touched.stream().map(ShipmentKey::consignee).toArray(String[]::new)
        };
    }
}
