package stemma.genealogy.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.genealogy.Span;

import java.util.List;

/** Finds what the links themselves show to be missing. */
public final class GapTable {
    private final JdbcClient database;

    public GapTable(JdbcClient database) {
        this.database = database;
    }

    /** Something that came out of a run or vessel into which nothing is known to have gone. */
    public record Unfounded(String code, String making, Span lot, long seq) {}

    /**
     * Returns a page of outputs without inputs, the youngest first. An emptying parts a fill from a
     * draw only where it certainly lies between them, so the latest before a draw and the earliest
     * after it decide.
     */
    public List<Unfounded> unfounded(int offset, int limit) {
        return database.sql("""
                select 'output_without_input' as code, r.id as making, y.lot, y.first_ordinal,
                       y.last_ordinal, y.seq
                from genealogy.yielded y join genealogy.run r on r.key = y.run
                where y.corrected_by is null and r.after is null
                  and not exists (select from genealogy.fed f
                                  where f.run = y.run and f.corrected_by is null)
                union all
                select 'draw_without_fill', d.vessel, d.lot, d.first_ordinal, d.last_ordinal, d.seq
                from genealogy.vessel_flow d
                where d.direction = 'draw' and d.corrected_by is null
                  and not exists (
                      select from genealogy.vessel_flow f
                      where f.vessel = d.vessel and f.direction = 'fill' and f.corrected_by is null
                        and f.occurred_to >= coalesce(
                            (select max(e.occurred_from) from genealogy.vessel_flow e
                             where e.vessel = d.vessel and e.direction = 'empty'
                               and e.corrected_by is null and e.occurred_to < d.occurred_from),
                            '-infinity')
                        and f.occurred_from <= coalesce(
                            (select min(e.occurred_to) from genealogy.vessel_flow e
                             where e.vessel = d.vessel and e.direction = 'empty'
                               and e.corrected_by is null and d.occurred_to < e.occurred_from),
                            'infinity'))
                order by seq desc, lot offset ? limit ?
                """)
                .params(offset, limit)
                .query((row, _) -> new Unfounded(
                        row.getString("code"),
                        row.getString("making"),
                        Spans.span(row),
                        row.getLong("seq")))
                .list();
    }
}
