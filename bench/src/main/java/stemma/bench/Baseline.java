package stemma.bench;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

import stemma.database.DatabaseChoice;
import stemma.database.RunningDatabase;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The same genealogy in PostgreSQL, edges in a table indexed both ways, asked by one recursive
 * statement that visits each node once. Everything it reads is in memory.
 */
final class Baseline implements AutoCloseable {
    private static final List<String> SETTINGS =
            List.of("shared_buffers=4GB", "max_wal_size=8GB", "fsync=off", "autovacuum=off");
    private static final String CLOSURE = "with recursive t(id) as (select ?::bigint union"
            + " select e.%2$s from t join edge e on e.%1$s = t.id) ";

    private final RunningDatabase database;
    private final Connection connection;
    private final PreparedStatement forward;
    private final PreparedStatement backward;
    private final PreparedStatement recall;
    private final long backend;

    Baseline(Path directory, long edges) {
        database = RunningDatabase.open(new DatabaseChoice.Embedded(directory, SETTINGS));
        try {
            connection = database.database().owner().getConnection();
            connection.setAutoCommit(true);
            fill(edges);
            backend = single("select pg_backend_pid()");
            String count = "select count(*) from t";
            forward = connection.prepareStatement(CLOSURE.formatted("src", "dst") + count);
            backward = connection.prepareStatement(CLOSURE.formatted("dst", "src") + count);
            recall = connection.prepareStatement(CLOSURE.formatted("src", "dst") + """
                    select count(*), sum(c)::bigint from (
                        select s.customer_id, count(*) c, count(distinct s.id) sh, sum(l.qty) q
                        from t join ship_line l on l.node_id = t.id join shipment s on s.id = l.shipment_id
                        group by 1) z
                    """);
        } catch (SQLException failure) {
            database.close();
            throw new IllegalStateException("the baseline does not stand", failure);
        }
    }

    /** Returns how many nodes are reached, the root among them. */
    long count(int root, stemma.trace.Direction direction) {
        return switch (direction) {
            case FORWARD -> first(forward, root);
            case BACKWARD -> first(backward, root);
        };
    }

    /** How many customers have anything of an answer, in how many lines of shipments. */
    record Recalled(long customers, long lines) {}

    Recalled recall(int root) {
        try {
            recall.setLong(1, root);
            try (ResultSet rows = recall.executeQuery()) {
                rows.next();
                return new Recalled(rows.getLong(1), rows.getLong(2));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the baseline does not answer", failure);
        }
    }

    /** Returns the process that answers. */
    long backend() {
        return backend;
    }

    private static long first(PreparedStatement statement, int root) {
        try {
            statement.setLong(1, root);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the baseline does not answer", failure);
        }
    }

    private long single(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void fill(long edges) throws SQLException {
        run("""
                create unlogged table edge (src bigint not null, dst bigint not null, qty double precision not null);
                create unlogged table ship_line (node_id bigint, shipment_id bigint, qty double precision);
                create unlogged table shipment (id bigint, customer_id int);
                set work_mem = '512MB'; set jit = off; set random_page_cost = 1.1;
                set max_parallel_workers_per_gather = 2; set maintenance_work_mem = '1GB'
                """);
        copy(edges, Row.EDGE);
        copy(edges, Row.LINE);
        copy(edges, Row.SHIPMENT);
        run("create index on edge (src, dst) include (qty)");
        run("create index on edge (dst, src) include (qty)");
        run("create index on ship_line (node_id) include (shipment_id, qty)");
        run("alter table shipment add primary key (id)");
        run("vacuum analyze edge");
        run("vacuum analyze ship_line");
        run("vacuum analyze shipment");
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private enum Row {
        EDGE,
        LINE,
        SHIPMENT
    }

    private void copy(long edges, Row row) throws SQLException {
        String table = switch (row) {
            case EDGE -> "edge";
            case LINE -> "ship_line";
            case SHIPMENT -> "shipment";
        };
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " from stdin");
        Rows rows = new Rows(copy, row);
        PlantGraph.tell(edges, rows);
        rows.flush();
        copy.endCopy();
    }

    /** Writes the rows of one table as they are told. */
    private static final class Rows implements Told {
        private static final int CHUNK = 1 << 16;

        private final CopyIn copy;
        private final Row row;
        private final StringBuilder text = new StringBuilder(CHUNK + 100);
        private int shipments;

        Rows(CopyIn copy, Row row) {
            this.copy = copy;
            this.row = row;
        }

        @Override
        public void edge(int from, int to, int quantity) {
            if (row == Row.EDGE) write(from, to, quantity);
        }

        @Override
        public void line(int node, int shipment, int quantity) {
            if (row == Row.LINE) write(node, shipment, quantity);
        }

        @Override
        public void shipment(int customer) {
            int id = shipments++;
            if (row != Row.SHIPMENT) return;
            text.append(id).append('\t').append(customer).append('\n');
            if (text.length() > CHUNK) flush();
        }

        private void write(int a, int b, int quantity) {
            text.append(a).append('\t').append(b).append('\t').append(quantity).append('\n');
            if (text.length() > CHUNK) flush();
        }

        void flush() {
            byte[] bytes = text.toString().getBytes(StandardCharsets.US_ASCII);
            text.setLength(0);
            try {
                copy.writeToCopy(bytes, 0, bytes.length);
            } catch (SQLException failure) {
                throw new IllegalStateException("the baseline is not filled", failure);
            }
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        } finally {
            database.close();
        }
    }
}
