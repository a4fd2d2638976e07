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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Reads what was used for lots, runs and vessels, in one question however many there are. */
public final class UsedTable {
    private final JdbcClient database;

    public UsedTable(JdbcClient database) {
        this.database = database;
    }

    /** Returns each use once, by resource and time; of a run everything that was told of it. */
    public List<Used> of(UsedFor asked, Uses.Met met) {
        Set<String> runs = new HashSet<>();
        asked.runs().forEach(run -> runs.add(run.code()));
        met.runs().forEach(run -> runs.add(run.code()));
        Set<String> births = new HashSet<>();
        asked.lots().forEach(part -> births.add(part.portion().first().birth().toString()));
        List<Epoch> vessels = asked.vessels();
        return database.sql("""
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
                select u.normal, min(u.resource) as resource, min(u.site) as site, u.run,
                       case when u.run is null then u.event end as entry,
                       min(u.occurred_from) as used_from, max(u.occurred_to) as used_to,
                       string_agg(nullif(array_to_string(u.products, chr(31)), ''), chr(31))
                           as products,
                       case when bool_and(u.words = 'drawn') then 'DRAWN'
                            when bool_and(u.words in ('filled', 'drawn')) then 'FILLED'
                            else 'WORK' end as deed
                from met join upkeep.touch u using (seq, normal)
                where u.kind = 'used' and u.corrected_by is null
                group by u.normal, u.run, case when u.run is null then u.event end
                order by u.normal, used_from, used_to, u.run, entry
                """)
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
                                .toArray(String[]::new))
                .query((row, _) -> used(row))
                .list();
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
                products == null
                        ? Set.of()
                        : new HashSet<>(List.of(products.split(TouchTable.SEPARATOR))),
                Used.Deed.valueOf(row.getString("deed")));
    }
}
