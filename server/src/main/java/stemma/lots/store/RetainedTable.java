package stemma.lots.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.EventId;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.lots.Retained;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Reads which lots are retained samples, and of what. */
public final class RetainedTable {
    private final JdbcClient database;

    public RetainedTable(JdbcClient database) {
        this.database = database;
    }

    public List<Retained> all() {
        return database.sql("""
                select key, retained_of, retained_of_ordinal from lots.lot
                where retained and voided_by is null
                """).query(RetainedTable::read).list();
    }

    /** Returns those that are any of the lots, or were taken of one. */
    public List<Retained> of(Collection<Portion> lots) {
        return database.sql("""
                select l.key, l.retained_of, l.retained_of_ordinal
                from unnest(?::uuid[], ?::int[], ?::int[]) as a (birth, first, last)
                join lots.lot l on l.retained_of = a.birth
                    and l.retained_of_ordinal between a.first and a.last
                where l.retained and l.voided_by is null
                union
                select l.key, l.retained_of, l.retained_of_ordinal
                from unnest(?::uuid[], ?::int[], ?::int[]) as a (birth, first, last)
                join lots.lot l on l.birth = a.birth
                    and l.first_ordinal between a.first and a.last
                where l.retained and l.voided_by is null
                """)
                .params(
                        births(lots),
                        firsts(lots),
                        lasts(lots),
                        births(lots),
                        firsts(lots),
                        lasts(lots))
                .query(RetainedTable::read)
                .list();
    }

    private static String[] births(Collection<Portion> lots) {
        return lots.stream().map(lot -> lot.first().birth().toString()).toArray(String[]::new);
    }

    private static Integer[] firsts(Collection<Portion> lots) {
        return lots.stream().map(lot -> lot.first().ordinal()).toArray(Integer[]::new);
    }

    private static Integer[] lasts(Collection<Portion> lots) {
        return lots.stream().map(Portion::last).toArray(Integer[]::new);
    }

    private static Retained read(ResultSet row, int number) throws SQLException {
        UUID of = row.getObject("retained_of", UUID.class);
        return new Retained(
                row.getLong("key"),
                of == null ? null : new LotId(new EventId(of), row.getInt("retained_of_ordinal")));
    }
}
