package stemma.stock.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;

/** Reads what ever came to places and went from them, and where containers stood in turn. */
public final class PresenceTable {
    private final JdbcClient database;

    public PresenceTable(JdbcClient database) {
        this.database = database;
    }

    /** What came to one of the places, or went from it, by the seq of the entry that says so. */
    public record Passed(
            long seq,
            String place,
            boolean came,
            long lot,
            int first,
            int last,
            BigDecimal amount) {}

    /** Where an entry put a container: at a place, or in another container, or nowhere known. */
    public record Put(long seq, String code, String place, String parent) {}

    /** Returns what stands of all that came to these places and went from them. */
    public List<Passed> passed(Collection<String> places) {
        return database.sql("""
                select m.seq, p.place, m.target = p.place as came, m.lot, m.first_ordinal,
                       m.last_ordinal, m.quantity
                from unnest(?::text[]) as p (place)
                join stock.movement m on (m.source = p.place) <> (m.target = p.place)
                where m.corrected_by is null
                """)
                .param(places.toArray(String[]::new))
                .query((row, _) -> new Passed(
                        row.getLong("seq"),
                        row.getString("place"),
                        row.getBoolean("came"),
                        row.getLong("lot"),
                        row.getInt("first_ordinal"),
                        row.getInt("last_ordinal"),
                        row.getBigDecimal("quantity")))
                .list();
    }

    /**
     * Returns in turn all steps of the containers that ever stood in these places or containers.
     */
    public List<Put> puts(Collection<String> places, Collection<String> parents) {
        return database.sql("""
                select s.seq, s.code, coalesce(s.place, '') as place,
                       coalesce(s.parent, '') as parent
                from stock.container_step s
                where s.corrected_by is null and s.goes and s.code in (
                    select h.code from stock.container_step h
                    where h.corrected_by is null and h.goes
                      and (h.place = any(?::text[]) or h.parent = any(?::text[])))
                order by s.code, s.occurred_to, s.seq
                """)
                .params(places.toArray(String[]::new), parents.toArray(String[]::new))
                .query((row, _) -> new Put(
                        row.getLong("seq"),
                        row.getString("code"),
                        row.getString("place"),
                        row.getString("parent")))
                .list();
    }
}
