package stemma.stock.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.database.Select;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.journal.Knowledge;
import stemma.ledger.Place;
import stemma.lots.Lot;
import stemma.quantity.Quantity;
import stemma.stock.Balance;
import stemma.stock.Flow;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads movements as sets, as far as they were known. */
public final class FlowTable {
    // A correction that was not known left the movement in force.
    private static final String KNOWN = """
            m.lot = any(?::bigint[]) and m.seq <= ? and m.seq <> all(?::bigint[])
            and (m.corrected_by is null or m.corrected_by > ? or m.corrected_by = any(?::bigint[]))
            """;

    private final JdbcClient database;

    public FlowTable(JdbcClient database) {
        this.database = database;
    }

    /**
     * Returns what went on the road under a shipment, and what came from it, in the order of seq.
     */
    public List<Flow> roads(Collection<Lot> lots, Knowledge known) {
        return askRoads(lots, known).from(database);
    }

    /** Asks for the same. */
    public static Select<Flow> askRoads(Collection<Lot> lots, Knowledge known) {
        return flows(lots, known, "(m.target like 'transit:%' or m.source like 'transit:%')");
    }

    /** Returns what of the lots was lost, sampled or scrapped in a run, by what is known. */
    public List<Flow> lostInRuns(Collection<Lot> lots, Knowledge known) {
        return flows(
                        lots,
                        known,
                        "m.source like 'run:%' and m.target in"
                                + " ('process_loss', 'scrap', 'destroyed', 'sampled')")
                .from(database);
    }

    private static Select<Flow> flows(Collection<Lot> lots, Knowledge known, String which) {
        Map<Long, Lot> byKey = byKey(lots);
        return new Select<>("""
                select m.seq, m.lot, m.first_ordinal, m.last_ordinal, m.quantity,
                       m.source, m.target
                from stock.movement m where %s and %s order by m.seq, m.line
                """.formatted(which, KNOWN), known(byKey, known), (row, _) -> {
            Lot lot = Objects.requireNonNull(byKey.get(row.getLong("lot")));
            int first = row.getInt("first_ordinal");
            return new Flow(
                    row.getLong("seq"),
                    new Portion(
                            new LotId(lot.id().birth(), first),
                            row.getInt("last_ordinal") - first + 1),
                    new Quantity(row.getBigDecimal("quantity"), lot.unit()),
                    Place.of(row.getString("source")),
                    Place.of(row.getString("target")));
        });
    }

    /** Several movements of one lot between the same two places are one sum. */
    public record Sum(long seq, long lot, BigDecimal quantity, Place from, Place to) {}

    /** Returns what stands of the movements under these entries. */
    public List<Sum> under(Collection<Long> seqs) {
        return database.sql("""
                select m.seq, m.lot, m.source, m.target, sum(m.quantity) as quantity
                from unnest(?::bigint[]) as a (seq) join stock.movement m on m.seq = a.seq
                where m.corrected_by is null
                group by m.seq, m.lot, m.source, m.target order by m.seq, m.lot
                """)
                .param(seqs.stream().distinct().toArray(Long[]::new))
                .query((row, _) -> new Sum(
                        row.getLong("seq"),
                        row.getLong("lot"),
                        row.getBigDecimal("quantity"),
                        Place.of(row.getString("source")),
                        Place.of(row.getString("target"))))
                .list();
    }

    /**
     * Returns how much of each lot was at each place by the movements known; units are not told
     * apart.
     */
    public List<Balance> balances(Collection<Lot> lots, Knowledge known) {
        Map<Long, Lot> byKey = byKey(lots);
        return database.sql("""
                select lot, place, sum(quantity) as quantity from (
                    select m.lot, m.target as place, m.quantity from stock.movement m where %1$s
                    union all
                    select m.lot, m.source, -m.quantity from stock.movement m where %1$s) as fold
                group by lot, place having sum(quantity) <> 0 order by lot, place
                """.formatted(KNOWN))
                .params(known(byKey, known))
                .params(known(byKey, known))
                .query((row, _) -> {
                    Lot lot = Objects.requireNonNull(byKey.get(row.getLong("lot")));
                    return new Balance(
                            lot.span(),
                            Place.of(row.getString("place")),
                            new Quantity(row.getBigDecimal("quantity"), lot.unit()),
                            null);
                })
                .list();
    }

    private static Map<Long, Lot> byKey(Collection<Lot> lots) {
        Map<Long, Lot> byKey = new HashMap<>();
        lots.forEach(lot -> byKey.put(lot.key(), lot));
        return byKey;
    }

    private static List<Object> known(Map<Long, Lot> lots, Knowledge known) {
        return List.of(
                lots.keySet().toArray(Long[]::new),
                known.lastSeq(),
                known.except(),
                known.lastSeq(),
                known.except());
    }
}
