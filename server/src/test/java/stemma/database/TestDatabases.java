package stemma.database;

import java.nio.file.Path;

/**
 * Databases for tests: one server per run, migrated once, and a copy of it for each who asks. The
 * system property {@code stemma.test.postgres} or the variable {@code STEMMA_TEST_POSTGRES} names
 * the {@code bin} directory of another PostgreSQL to test on.
 */
public final class TestDatabases {
    public static final Logins LOGINS = ScratchDatabases.LOGINS;

    private TestDatabases() {}

    /** A database of its own with every room's tables, empty; the caller closes it. */
    public static Database fresh() {
        return Running.SCRATCH.fresh();
    }

    /** A database of its own without any table, for tests of the migrations themselves. */
    static Database unmigrated() {
        return Running.SCRATCH.unmigrated();
    }

    /** Started by the first who asks. */
    private static final class Running {
        static final ScratchDatabases SCRATCH = start();

        private static ScratchDatabases start() {
            String given = System.getProperty("stemma.test.postgres", "");
            if (given.isBlank()) given = System.getenv().getOrDefault("STEMMA_TEST_POSTGRES", "");
            return given.isBlank()
                    ? ScratchDatabases.start()
                    : ScratchDatabases.start(Path.of(given));
        }
    }
}
