package stemma.genealogy.store;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.genealogy.Span;
import stemma.identifiers.ResourceCode;
import stemma.ledger.Circumstances;
import stemma.ledger.Evidence;
import stemma.ledger.Link;
import stemma.ledger.Occurrence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Fills, draws and emptyings of one append, collected and written as one set. */
final class VesselRows {
    private final JdbcClient database;
    private final List<Flow> flows = new ArrayList<>();

    private record Flow(
            String vessel,
            String direction,
            @Nullable Span lot,
            @Nullable Link link,
            Evidence evidence,
            Occurrence occurred,
            long seq,
            int line) {}

    VesselRows(JdbcClient database) {
        this.database = database;
    }

    void add(
            ResourceCode vessel,
            String direction,
            @Nullable Span lot,
            @Nullable Link link,
            Circumstances circumstances,
            long seq,
            int line) {
        flows.add(new Flow(
                vessel.code(),
                direction,
                lot,
                link,
                circumstances.evidence(),
                circumstances.occurredAt(),
                seq,
                line));
    }

    void write() {
        if (flows.isEmpty()) return;
        database.sql("""
                insert into genealogy.vessel_flow (vessel, direction, lot, first_ordinal, last_ordinal,
                    quantity, evidence, occurred_from, occurred_to, seq, line)
                select * from unnest(?::text[], ?::text[], ?::bigint[], ?::int[], ?::int[],
                    ?::numeric[], ?::int[], ?::timestamptz[], ?::timestamptz[], ?::bigint[], ?::int[])
                """)
                .params(
                        texts(Flow::vessel),
                        texts(Flow::direction),
                        longs(f -> f.lot() == null ? null : f.lot().lot()),
                        ints(f -> f.lot() == null ? null : f.lot().first()),
                        ints(f -> f.lot() == null ? null : f.lot().last()),
                        flows.stream()
                                .map(f -> f.link() == null
                                        ? null
                                        : f.link().quantity().amount())
                                .toArray(BigDecimal[]::new),
                        ints(f -> f.evidence().ordinal()),
                        texts(f -> f.occurred().from().toString()),
                        texts(f -> f.occurred().to().toString()),
                        longs(Flow::seq),
                        ints(Flow::line))
                .update();
    }

    private Object texts(Function<Flow, String> column) {
        return flows.stream().map(column).toArray(String[]::new);
    }

    private Object longs(Function<Flow, @Nullable Long> column) {
        return flows.stream().map(column).toArray(Long[]::new);
    }

    private Object ints(Function<Flow, @Nullable Integer> column) {
        return flows.stream().map(column).toArray(Integer[]::new);
    }
}
