package stemma.lots.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.LotNumber;
import stemma.lots.Lot;
import stemma.lots.Lots;

import java.util.List;

/** Finds lots whose numbers are easily taken for new ones. */
public final class AlikeTable {
    private static final String FRESH = """
            with fresh as materialized (
                select a.item, a.normal from unnest(?::text[], ?::text[]) as a (item, normal)
                where not exists (select from lots.lot x
                    where x.number_normal = a.normal and upper(x.item) = a.item
                      and x.voided_by is null))
            """;

    private final JdbcClient database;

    public AlikeTable(JdbcClient database) {
        this.database = database;
    }

    /** A number that some lot bears is no new one: its own family is never read. */
    public List<Lot> newlyAlike(List<Lots.Named> numbers) {
        return database.sql(FRESH + "select " + LotTable.LOT
                        + " from lots.lot l where l.key in (select o.key from fresh"
                        + " join lots.lot o on " + LotTable.LOOK.formatted("o.number_normal")
                        + " = " + LotTable.LOOK.formatted("fresh.normal")
                        + " and o.number_normal <> fresh.normal and upper(o.item) = fresh.item"
                        + " and o.voided_by is null) order by l.key")
                .params(
                        numbers.stream()
                                .map(named -> LotNumber.normal(named.item().code()))
                                .toArray(String[]::new),
                        numbers.stream()
                                .map(named -> named.number().normal())
                                .toArray(String[]::new))
                .query((row, _) -> LotTable.lot(row))
                .list();
    }
}
