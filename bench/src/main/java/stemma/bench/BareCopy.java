package stemma.bench;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The baseline of an import: the rows of its newest events, copied as they are into tables with the
 * same columns and indexes. Nothing that checks anything can be quicker on the same machine.
 */
final class BareCopy {
    private static final int NEWEST = 20_000;
    private static final int TIMES = 3;
    private static final String BATCH_OF = " where seq > (select max(seq) from ledger.event) - ";

    private static final List<Rows> ROWS = List.of(
            Rows.bySeq("journal.entry"),
            Rows.bySeq("journal.entry_key"),
            Rows.bySeq("ledger.event"),
            Rows.bySeq("ledger.touch"),
            Rows.bySeq("ledger.document"),
            new Rows(
                    "ledger.spelling",
                    " where code in (select code from ledger.document" + BATCH_OF + NEWEST + ")"),
            Rows.bySeq("documents.entry"),
            new Rows("documents.document", BATCH_OF.replace(" seq ", " first_seq ")),
            new Rows("lots.lot", BATCH_OF.replace(" seq ", " born_seq ")),
            new Rows(
                    "lots.external",
                    " where lot in (select key from lots.lot"
                            + BATCH_OF.replace(" seq ", " born_seq ") + NEWEST + ")"),
            Rows.bySeq("stock.movement"),
            new Rows(
                    "stock.balance",
                    " where lot in (select lot from stock.movement" + BATCH_OF + NEWEST + ")"),
            Rows.bySeq("stock.shipment"),
            Rows.bySeq("receiving.received"),
            Rows.bySeq("shipping.sent"),
            new Rows(
                    "genealogy.run",
                    " where key in (select run from genealogy.run_stated" + BATCH_OF + NEWEST
                            + ")"),
            Rows.bySeq("genealogy.run_stated"),
            Rows.bySeq("genealogy.fed"),
            Rows.bySeq("genealogy.yielded"),
            Rows.bySeq("genealogy.use"),
            Rows.bySeq("upkeep.touch"));

    private final RunningPlant plant;

    /** A table, and which of its rows the newest events brought. */
    private record Rows(String table, String which) {
        static Rows bySeq(String table) {
            return new Rows(table, BATCH_OF);
        }

        String query() {
            return "select * from " + table + which + (which.endsWith(")") ? "" : NEWEST);
        }

        String copy() {
            return "bench." + table.replace('.', '_');
        }
    }

    BareCopy(RunningPlant plant) {
        this.plant = plant;
    }

    /**
     * Tells the import's time for an event as a multiple of copying its rows, the median of a few
     * times.
     */
    void measure(long size, double importSeconds, History history) {
        double events = Math.min(NEWEST, plant.events());
        double seconds =
                DoubleStream.generate(this::copied).limit(TIMES).sorted().toArray()[TIMES / 2]
                        / events;
        history.add(size, "copy.bare.events_per_s", 1 / seconds, "1/s");
        history.add(size, "import.file.over_bare_copy", importSeconds / seconds, "ratio");
    }

    private double copied() {
        try (Connection connection = plant.database().database().owner().getConnection();
                Statement statement = connection.createStatement()) {
            CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
            statement.execute("create schema if not exists bench");
            List<byte[]> all = new ArrayList<>();
            for (Rows rows : ROWS) {
                statement.execute("create table " + rows.copy() + " (like " + rows.table()
                        + " including all excluding identity excluding generated)");
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                copies.copyOut("copy (" + rows.query() + ") to stdout", bytes);
                all.add(bytes.toByteArray());
            }
            long start = System.nanoTime();
            for (int i = 0; i < all.size(); i++)
                copies.copyIn(
                        "copy " + ROWS.get(i).copy() + " from stdin",
                        new ByteArrayInputStream(all.get(i)));
            double seconds = (System.nanoTime() - start) / 1e9;
            statement.execute("drop schema bench cascade");
            return seconds;
        } catch (SQLException | IOException failure) {
            throw new IllegalStateException("the bare copy failed", failure);
        }
    }
}
