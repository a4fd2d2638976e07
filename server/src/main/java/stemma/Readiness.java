package stemma;

import stemma.database.DiskRoom;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Whether the server can record now, and by what it would soon no longer: disk, seals, database.
 */
final class Readiness {
    private static final Duration LONGEST_SEAL_LAG = Duration.ofSeconds(60);
    private static final int PATIENCE_SECONDS = 3;

    private final World world;
    private final DiskRoom disk;
    private final Supplier<Duration> sealLag;

    Readiness(World world, DiskRoom disk, Supplier<Duration> sealLag) {
        this.world = world;
        this.disk = disk;
        this.sealLag = sealLag;
    }

    /** What a supervisor is told: the codes of what is wrong, none when all is well. */
    record State(List<String> wrong, Map<String, Object> told) {}

    State now() {
        List<String> wrong = new ArrayList<>();
        Map<String, Object> told = new LinkedHashMap<>();
        DatabaseState database = database();
        if (database == DatabaseState.UNREACHABLE) wrong.add("database_unreachable");
        if (database == DatabaseState.READ_ONLY) wrong.add("database_read_only");
        if (disk.isLow()) wrong.add("disk_nearly_full");
        Duration lag = sealLag.get();
        if (lag.compareTo(LONGEST_SEAL_LAG) > 0) wrong.add("sealing_behind");
        told.put("status", wrong.isEmpty() ? "ready" : "waiting");
        if (!wrong.isEmpty()) told.put("code", wrong.getFirst());
        told.put("wrong", wrong);
        told.put("database", database.word());
        told.put("diskFreeBytes", disk.freeBytes());
        told.put("diskReserveBytes", disk.reserveBytes());
        told.put("sealLagSeconds", lag.toSeconds());
        return new State(List.copyOf(wrong), told);
    }

    private enum DatabaseState {
        WRITABLE("writable"),
        READ_ONLY("read-only"),
        UNREACHABLE("unreachable");

        private final String word;

        DatabaseState(String word) {
            this.word = word;
        }

        private String word() {
            return word;
        }
    }

    private DatabaseState database() {
        try (Connection connection = world.database().app().getConnection();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(PATIENCE_SECONDS);
            try (ResultSet row = statement.executeQuery(
                    "select current_setting('transaction_read_only') = 'on'")) {
                row.next();
                return row.getBoolean(1) ? DatabaseState.READ_ONLY : DatabaseState.WRITABLE;
            }
        } catch (SQLException away) {
            return DatabaseState.UNREACHABLE;
        }
    }
}
