package stemma.database;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.StatementCreatorUtils;

import java.lang.reflect.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import javax.sql.DataSource;

/**
 * Questions that go to the database in one message and are answered in one: each sees what was
 * committed when its turn came, as if they had been asked one after the other.
 */
public final class AtOnce {
    /** Who asks waits no longer for a question. */
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    // A message is sent whole before an answer is read: it has to find room on its way, in 64 KiB
    // at the least, or both sides would wait for each other. So much of keys and texts is less.
    private static final int MOST = 1_000;

    // Planning a question anew costs more than answering it, where the answer is small. A plan that
    // is kept goes by index alone: one made while a table was empty would go on reading the whole
    // of it. The database itself minds the time: a timer here costs more than the message.
    private static final String KEPT_PLANS = """
            select set_config('plan_cache_mode', 'force_generic_plan', true),
                   set_config('enable_seqscan', 'off', true),
                   set_config('enable_hashjoin', 'off', true),
                   set_config('enable_mergejoin', 'off', true),
                   set_config('statement_timeout', '%d', true)
            """.formatted(PATIENCE.toMillis()).strip();

    private final JdbcTemplate template;
    private final List<Asked<?>> waiting = new ArrayList<>();
    private int weight;

    public AtOnce(DataSource source) {
        this.template = new JdbcTemplate(source);
    }

    /** A question, and its answer once there is one. */
    private static final class Asked<T> implements Supplier<List<T>> {
        private final Select<T> select;
        private @Nullable List<T> found;

        Asked(Select<T> select) {
            this.select = select;
        }

        void read(ResultSet rows) throws SQLException {
            List<T> read = new ArrayList<>();
            for (int i = 0; rows.next(); i++)
                read.add(Objects.requireNonNull(select.row().mapRow(rows, i)));
            found = read;
        }

        @Override
        public List<T> get() {
            if (found == null) throw new IllegalStateException("it has not been answered yet");
            return found;
        }
    }

    /**
     * Takes a question; its rows are there once all are {@link #answer}ed. They are read in the
     * order of the questions: how a row is read may rest on the answer to one before.
     */
    public <T> Supplier<List<T>> ask(Select<T> select) {
        int more = select.values().stream().mapToInt(AtOnce::weight).sum();
        if (weight + more > MOST) answer();
        weight += more;
        Asked<T> asked = new Asked<>(select);
        waiting.add(asked);
        return asked;
    }

    private static int weight(@Nullable Object value) {
        return value != null && value.getClass().isArray() ? Array.getLength(value) : 1;
    }

    /** Says whether anything waits to be asked. */
    public boolean isWaiting() {
        return !waiting.isEmpty();
    }

    /** Asks everything that waits. */
    public void answer() {
        List<Asked<?>> asked = List.copyOf(waiting);
        boolean isSmall = weight <= MOST;
        waiting.clear();
        weight = 0;
        if (asked.isEmpty()) return;
        var unused = template.execute(
                (ConnectionCallback<Integer>) connection -> send(connection, asked, isSmall));
    }

    private static int send(Connection connection, List<Asked<?>> asked, boolean isSmall)
            throws SQLException {
        String message =
                asked.stream().map(one -> one.select.sql()).collect(Collectors.joining(";\n"));
        // What is set for a message would otherwise stand for the rest of a transaction.
        boolean isKept = isSmall && connection.getAutoCommit();
        try (PreparedStatement statement =
                connection.prepareStatement(isKept ? KEPT_PLANS + ";\n" + message : message)) {
            if (!isKept) statement.setQueryTimeout((int) PATIENCE.toSeconds());
            int place = 1;
            for (Asked<?> one : asked)
                for (Object value : one.select.values())
                    StatementCreatorUtils.setParameterValue(
                            statement, place++, SqlTypeValue.TYPE_UNKNOWN, value);
            boolean isRows = statement.execute();
            if (isKept) isRows = statement.getMoreResults();
            for (Asked<?> one : asked) {
                if (!isRows) throw new IllegalStateException("a question has rows");
                try (ResultSet rows = statement.getResultSet()) {
                    one.read(rows);
                }
                isRows = statement.getMoreResults();
            }
        }
        return asked.size();
    }
}
