package stemma.lots.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.LotNumber;
import stemma.lots.Lot;
import stemma.lots.Lots;

import java.util.List;

/** Finds lots whose numbers are easily taken for new ones. */
public final class AlikeTable {
    // Each number is looked up by itself: a join is planned while there are few lots, and kept.
    private static final String ALIKE = "select " + LotTable.LOT
            + """
             from unnest(?::text[], ?::text[]) as a (item, normal)
             cross join lateral (
                select * from lots.lot o
                where %s = %s and o.number_normal <> a.normal
                  and upper(o.item) = a.item and o.voided_by is null
                offset 0) l
             where (select x.key from lots.lot x
                    where x.number_normal = a.normal and upper(x.item) = a.item
                      and x.voided_by is null limit 1) is null
             order by l.key
            """.formatted(
                            LotTable.LOOK.formatted("o.number_normal"),
                            LotTable.LOOK.formatted("a.normal"));

    private final JdbcClient database;

    public AlikeTable(JdbcClient database) {
        this.database = database;
    }

    /** A number that some lot bears is no new one: its own family is never read. */
    public List<Lot> newlyAlike(List<Lots.Named> numbers) {
        return database
                .sql(ALIKE)
                .params(
                        numbers.stream()
                                .map(named -> LotNumber.normal(named.item().code()))
                                .toArray(String[]::new),
                        numbers.stream()
                                .map(named -> named.number().normal())
                                .toArray(String[]::new))
                .query((row, _) -> LotTable.lot(row))
                .stream()
                .distinct()
                .toList();
    }
}
