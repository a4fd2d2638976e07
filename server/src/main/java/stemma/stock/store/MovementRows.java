package stemma.stock.store;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.ledger.Movement;
import stemma.lots.Lot;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The movements of one append, collected and written as one set. */
final class MovementRows {
    private final JdbcClient database;
    private final List<Row> rows = new ArrayList<>();
    private final List<long[]> corrections = new ArrayList<>();

    private record Row(long seq, int line, Lot lot, Movement movement) {}

    MovementRows(JdbcClient database) {
        this.database = database;
    }

    void add(long seq, int line, Lot lot, Movement movement) {
        rows.add(new Row(seq, line, lot, movement));
    }

    void corrected(long seq, long by) {
        corrections.add(new long[] {seq, by});
    }

    /** Corrections come last: what one event of the append corrects may be another of it. */
    void write() {
        insert();
        if (corrections.isEmpty()) return;
        database.sql("""
                update stock.movement m set corrected_by = c.by
                from unnest(?::bigint[], ?::bigint[]) as c (seq, by) where m.seq = c.seq
                """)
                .params(
                        corrections.stream().mapToLong(c -> c[0]).toArray(),
                        corrections.stream().mapToLong(c -> c[1]).toArray())
                .update();
    }

    private void insert() {
        int n = rows.size();
        if (n == 0) return;
        long[] seqs = new long[n];
        int[] lines = new int[n];
        long[] lots = new long[n];
        int[] firsts = new int[n];
        int[] lasts = new int[n];
        BigDecimal[] quantities = new BigDecimal[n];
        @Nullable BigDecimal[] weights = new @Nullable BigDecimal[n];
        @Nullable String[] weighed = new @Nullable String[n];
        String[] sources = new String[n];
        String[] targets = new String[n];
        for (int i = 0; i < n; i++) {
            Row row = rows.get(i);
            Movement movement = row.movement();
            seqs[i] = row.seq();
            lines[i] = row.line();
            lots[i] = row.lot().key();
            firsts[i] = movement.lot().first().ordinal();
            lasts[i] = movement.lot().last();
            quantities[i] = movement.quantity().amount();
            weights[i] = movement.catchWeight() == null
                    ? null
                    : movement.catchWeight().amount();
            weighed[i] = movement.catchWeight() == null
                    ? null
                    : movement.catchWeight().unit().code();
            sources[i] = movement.from().text();
            targets[i] = movement.to().text();
        }
        database.sql("""
                insert into stock.movement (seq, line, lot, first_ordinal, last_ordinal, quantity,
                    catch_weight, catch_unit, source, target)
                select * from unnest(?::bigint[], ?::int[], ?::bigint[], ?::int[], ?::int[],
                    ?::numeric[], ?::numeric[], ?::text[], ?::text[], ?::text[])
                """)
                .params(
                        seqs,
                        lines,
                        lots,
                        firsts,
                        lasts,
                        quantities,
                        weights,
                        weighed,
                        sources,
                        targets)
                .update();
    }
}
