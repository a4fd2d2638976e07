package stemma.upkeep.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.genealogy.Epoch;
import stemma.genealogy.Uses;
import stemma.identifiers.EventId;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.RunId;
import stemma.identifiers.SiteCode;
import stemma.upkeep.Used;
import stemma.upkeep.UsedFor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Reads what was used for lots, runs and vessels, in one question however many there are. */
public final class UsedTable {
    /** Whether anything came since the use before that may change how this one is judged. */
    private static final String ANEW = """
            exists (select from upkeep.touch t
                where t.normal = o.normal and t.kind = 'used' and t.corrected_by is null
                  and t.occurred_from > o.earlier and t.occurred_from <= o.occurred_from
                  and (t.run is null or t.run is distinct from o.run)
                  and not t.products && o.products)
            or exists (select from upkeep.touch t
                where t.normal = o.normal and t.kind = 'cleaned' and t.corrected_by is null
                  and t.occurred_to > o.earlier and t.occurred_to <= o.occurred_from)
            or exists (select from upkeep.touch t
                where t.normal = o.normal and t.kind = 'emptied' and t.corrected_by is null
                  and t.occurred_from > o.earlier and t.occurred_from <= o.occurred_from)
            or exists (select from upkeep.entry e
                where e.normal = o.normal and e.kind = 'calibrated'
                  and e.at > o.earlier and e.at <= o.latest)
            or exists (select from upkeep.requirement q
                where q.made_at > o.earlier and q.made_at <= o.latest
                   or q.ended_at > o.earlier and q.ended_at <= o.latest)
            """;

    /** What events say of resources used for what is asked about. */
    private static final String MET = """
            with met as (
                select seq, normal from upkeep.touch where run = any(:runs::text[])
                union
                select seq, normal from upkeep.touch where event = any(:births::uuid[])
                union
                select seq, normal from upkeep.touch where seq = any(:seqs::bigint[])
                union
                select t.seq, t.normal
                from unnest(:vessels::text[], :opened::timestamptz[], :closed::timestamptz[])
                    as v (normal, opened, closed)
                join upkeep.touch t on t.normal = v.normal and t.kind = 'used'
                 and t.occurred_to >= coalesce(v.opened, '-infinity')
                 and t.occurred_from <= coalesce(v.closed, 'infinity'))
            """;

    private static final String RESOURCES = MET + """
            select distinct u.resource from met join upkeep.touch u using (seq, normal)
            where u.kind = 'used' and u.corrected_by is null
            """;

    private static final String ASKED = MET + """
            , own as materialized (
                select u.*, case when u.run is null then u.event end as entry,
                       coalesce('run ' || u.run, u.event::text) as whole,
                       case u.words when 'drawn' then 'DRAWN' when 'filled' then 'FILLED'
                            else 'WORK' end as deed
                from met join upkeep.touch u using (seq, normal)
                where u.kind = 'used' and u.corrected_by is null
                  and u.normal = any(:wanted::text[])),
            made as (
                select o.normal, o.whole, array_agg(distinct p.product) as products
                from own o cross join unnest(o.products) as p (product)
                group by o.normal, o.whole),
            told as (
                select o.normal, o.resource, o.site, o.run, o.entry, o.whole, o.deed, o.seq,
                       o.occurred_from, o.occurred_to, coalesce(m.products, '{}') as products,
                       lag(o.occurred_from) over times as earlier,
                       max(o.occurred_to) over times as latest
                from own o left join made m using (normal, whole)
                window times as (partition by o.normal, o.whole, o.deed
                    order by o.occurred_from, o.seq)),
            part as (
                select o.*, count(*) filter (where %s) over (
                           partition by o.normal, o.whole, o.deed
                           order by o.occurred_from, o.seq) as number
                from told o)
            select u.normal, min(u.resource) as resource, min(u.site) as site, u.run, u.entry,
                   min(u.occurred_from) as used_from, max(u.occurred_to) as used_to,
                   array_to_string(any_value(u.products), chr(31)) as products, u.deed
            from part u
            group by u.normal, u.whole, u.run, u.entry, u.deed, u.number
            order by u.normal,
                min(min(u.occurred_from)) over (partition by u.normal, u.whole),
                max(max(u.occurred_to)) over (partition by u.normal, u.whole),
                u.run, u.entry, used_from, used_to
            """.formatted(ANEW);

    private final JdbcClient database;

    public UsedTable(JdbcClient database) {
        this.database = database;
    }

    /** Returns which resources were used, however their codes were written. */
    public Set<ResourceCode> resources(UsedFor asked, Uses.Met met) {
        return new HashSet<>(bound(RESOURCES, asked, met)
                .query((row, _) -> new ResourceCode(row.getString("resource")))
                .list());
    }

    /**
     * Returns what was used of these resources, by run or entry and time; of a run everything that
     * was told of it. A use goes on while nothing comes between that may change how it is judged:
     * work for another product, a cleaning, an emptying, a calibration, a requirement.
     */
    public List<Used> of(UsedFor asked, Uses.Met met, Collection<ResourceCode> wanted) {
        if (wanted.isEmpty()) return List.of();
        return bound(ASKED, asked, met)
                .param("wanted", wanted.stream().map(TouchTable::normal).toArray(String[]::new))
                .query((row, _) -> used(row))
                .list();
    }

    private JdbcClient.StatementSpec bound(String sql, UsedFor asked, Uses.Met met) {
        Set<String> runs = new HashSet<>();
        asked.runs().forEach(run -> runs.add(run.code()));
        met.runs().forEach(run -> runs.add(run.code()));
        Set<String> births = new HashSet<>();
        asked.lots().forEach(part -> births.add(part.portion().first().birth().toString()));
        List<Epoch> vessels = asked.vessels();
        return database.sql(sql)
                .param("runs", runs.toArray(String[]::new))
                .param("births", births.toArray(String[]::new))
                .param("seqs", met.entries().toArray(Long[]::new))
                .param(
                        "vessels",
                        vessels.stream()
                                .map(one -> TouchTable.normal(one.vessel()))
                                .toArray(String[]::new))
                .param(
                        "opened",
                        vessels.stream()
                                .map(one -> one.opened() == null
                                        ? null
                                        : one.opened().toString())
                                .toArray(String[]::new))
                .param(
                        "closed",
                        vessels.stream()
                                .map(one -> one.closed() == null
                                        ? null
                                        : one.closed().toString())
                                .toArray(String[]::new));
    }

    private static Used used(ResultSet row) throws SQLException {
        String run = row.getString("run");
        UUID entry = row.getObject("entry", UUID.class);
        String products = row.getString("products");
        return new Used(
                new ResourceCode(row.getString("resource")),
                new SiteCode(row.getString("site")),
                run == null ? null : new RunId(run),
                entry == null ? null : new EventId(entry),
                row.getObject("used_from", OffsetDateTime.class).toInstant(),
                row.getObject("used_to", OffsetDateTime.class).toInstant(),
                products.isEmpty()
                        ? Set.of()
                        : new HashSet<>(List.of(products.split(TouchTable.SEPARATOR))),
                Used.Deed.valueOf(row.getString("deed")));
    }
}
