package stemma.upkeep.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.ActorId;
import stemma.identifiers.EventId;
import stemma.identifiers.ResourceCode;
import stemma.upkeep.LogLine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Reads the log of a resource: what events say of it and what was told, in one order. */
public final class LogTable {
    private final JdbcClient database;

    public LogTable(JdbcClient database) {
        this.database = database;
    }

    /** Returns a page of the log, the latest first. */
    public List<LogLine> of(ResourceCode resource, int offset, int limit) {
        return database.sql("""
                with line as (
                    select min(t.occurred_from) as line_from, max(t.occurred_to) as line_to,
                           'used' as what, t.run, null::uuid as event,
                           array_to_string(array(
                               select distinct unnest(p.products) from upkeep.touch p
                               where p.run = t.run and p.corrected_by is null order by 1), ', ')
                               as words,
                           min(t.told_by) as line_by, null::uuid as id, 'plainly' as counts
                    from upkeep.touch t
                    where t.normal = :normal and t.kind = 'used' and t.run is not null
                      and t.corrected_by is null
                    group by t.run
                    union all
                    select t.occurred_from, t.occurred_to, t.kind, null, t.event,
                           case when t.kind = 'used'
                               then t.words || ' ' || array_to_string(t.products, ', ')
                               else t.words end,
                           t.told_by, null,
                           case when t.kind = 'cleaned' and exists (
                               select from upkeep.entry e
                               where e.about = t.event and e.kind = 'verified'
                                 and not exists (select from upkeep.entry n
                                     where n.about = e.id and n.kind = 'annulled'))
                               then 'verified' else 'plainly' end
                    from upkeep.touch t
                    where t.normal = :normal and (t.kind <> 'used' or t.run is null)
                      and t.corrected_by is null
                    union all
                    select e.at, e.at, e.kind, null, null, '', e.told_by, e.id,
                           case when exists (select from upkeep.entry n
                               where n.about = e.id and n.kind = 'annulled')
                               then 'annulled' else 'plainly' end
                    from upkeep.entry e where e.normal = :normal)
                select line.*, e.resource, e.site, e.at, e.told_at, e.told_by, e.content
                from line left join upkeep.entry e using (id)
                order by line_from desc, line_to desc, what desc offset :offset limit :limit
                """)
                .param("normal", TouchTable.normal(resource))
                .param("offset", offset)
                .param("limit", limit)
                .query((row, _) -> line(row))
                .list();
    }

    private static LogLine line(ResultSet row) throws SQLException {
        UUID event = row.getObject("event", UUID.class);
        return new LogLine(
                moment(row, "line_from"),
                moment(row, "line_to"),
                LogLine.What.valueOf(upper(row, "what")),
                row.getString("words"),
                new ActorId(row.getString("line_by")),
                event == null ? null : new EventId(event),
                row.getString("run"),
                row.getString("content") == null ? null : EntryRows.told(row),
                LogLine.Counts.valueOf(upper(row, "counts")));
    }

    private static String upper(ResultSet row, String column) throws SQLException {
        return row.getString(column).toUpperCase(Locale.ROOT);
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
