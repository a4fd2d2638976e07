package stemma.database;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.StatementCreatorUtils;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import java.lang.reflect.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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

    // So much is still read sooner key by key than by reading the whole of a table.
    private static final int SMALL = 6_000;

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
    private List<Message> waiting = new ArrayList<>();

    public AtOnce(DataSource source) {
        this.template = new JdbcTemplate(source);
    }

    /** A question, and its answer once there is one. */
    private static final class Asked<T> implements Supplier<List<T>> {
        private final Select<T> select;
        private @Nullable CompletableFuture<Void> sent;
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
            if (sent != null) await(sent);
            if (found == null) throw new IllegalStateException("it has not been answered yet");
            return found;
        }
    }

    /** Questions that go together, and how much of keys and texts goes with them. */
    private static final class Message {
        private final List<Asked<?>> asked = new ArrayList<>();
        private int weight;

        boolean hasRoomFor(int more) {
            return asked.isEmpty() || weight + more <= MOST;
        }

        boolean isSmall() {
            return weight <= SMALL;
        }

        String sql() {
            return asked.stream().map(one -> one.select.sql()).collect(Collectors.joining(";\n"));
        }
    }

    /**
     * Takes a question; its rows are there once all are {@link #answer}ed. They are read in the
     * order of the questions: how a row is read may rest on the answer to one before.
     */
    public <T> Supplier<List<T>> ask(Select<T> select) {
        int more = select.values().stream().mapToInt(AtOnce::weight).sum();
        if (waiting.isEmpty() || !waiting.getLast().hasRoomFor(more)) waiting.add(new Message());
        Message message = waiting.getLast();
        Asked<T> asked = new Asked<>(select);
        message.asked.add(asked);
        message.weight += more;
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
        taken().forEach(this::send);
    }

    private List<Message> taken() {
        List<Message> messages = waiting;
        waiting = new ArrayList<>();
        return messages;
    }

    /**
     * Asks everything that waits over a connection of its own while the caller goes on; who takes
     * an answer waits for it. A transaction has one connection only: in one it is asked at once.
     */
    public void askMeanwhile() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            answer();
            return;
        }
        List<Message> messages = taken();
        CompletableFuture<Void> sent = CompletableFuture.runAsync(
                () -> messages.forEach(this::send),
                task -> Thread.ofVirtual().name("questions").start(task));
        for (Message message : messages) message.asked.forEach(one -> one.sent = sent);
    }

    /** What fails meanwhile fails as if it had been asked by who waits for it. */
    private static void await(CompletableFuture<Void> sent) {
        try {
            sent.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private void send(Message message) {
        var unused = template.execute(
                (ConnectionCallback<Integer>) connection -> send(connection, message));
    }

    private static int send(Connection connection, Message message) throws SQLException {
        // What is set for a message would otherwise stand for the rest of a transaction.
        boolean isKept = message.isSmall() && connection.getAutoCommit();
        String sql = isKept ? KEPT_PLANS + ";\n" + message.sql() : message.sql();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            if (!isKept) statement.setQueryTimeout((int) PATIENCE.toSeconds());
            int place = 1;
            for (Asked<?> one : message.asked)
                for (Object value : one.select.values())
                    StatementCreatorUtils.setParameterValue(
                            statement, place++, SqlTypeValue.TYPE_UNKNOWN, value);
            boolean isRows = statement.execute();
            if (isKept) isRows = statement.getMoreResults();
            for (Asked<?> one : message.asked) {
                if (!isRows) throw new IllegalStateException("a question has rows");
                try (ResultSet rows = statement.getResultSet()) {
                    one.read(rows);
                }
                isRows = statement.getMoreResults();
            }
        }
        return message.asked.size();
    }
}
