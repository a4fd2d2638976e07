package stemma.lots.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.ledger.Event;
import stemma.ledger.Recorded;
import stemma.lots.Lot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The judgements of one append, collected and written as one set. */
final class JudgementRows {
    private final JdbcClient database;
    private final LotTable table;
    private final List<Row> rows = new ArrayList<>();

    private record Row(Portion lot, Event.Judged judged, Recorded recorded) {}

    JudgementRows(JdbcClient database, LotTable table) {
        this.database = database;
        this.table = table;
    }

    void add(Event.Judged judged, Recorded recorded) {
        judged.lots().forEach(lot -> rows.add(new Row(lot, judged, recorded)));
    }

    void write() {
        if (rows.isEmpty()) return;
        Map<LotId, Lot> lots =
                table.byId(rows.stream().map(row -> row.lot().first()).toList());
        database.sql("""
                insert into lots.judgement
                    (lot, first_ordinal, last_ordinal, status, seq, occurred_from, actor)
                select * from unnest(?::bigint[], ?::int[], ?::int[], ?::text[], ?::bigint[],
                    ?::timestamptz[], ?::text[])
                on conflict do nothing
                """)
                .params(
                        column(row -> Objects.requireNonNull(lots.get(row.lot().first()))
                                        .key())
                                .toArray(Long[]::new),
                        column(row -> row.lot().first().ordinal()).toArray(Integer[]::new),
                        column(row -> row.lot().last()).toArray(Integer[]::new),
                        column(row -> row.judged().status().name()).toArray(String[]::new),
                        column(row -> row.recorded().seq()).toArray(Long[]::new),
                        column(row -> row.judged()
                                        .circumstances()
                                        .occurredAt()
                                        .from()
                                        .toString())
                                .toArray(String[]::new),
                        column(row -> row.recorded().author().actor().code())
                                .toArray(String[]::new))
                .update();
    }

    private <T> List<T> column(Function<Row, T> of) {
        return rows.stream().map(of).toList();
    }
}
