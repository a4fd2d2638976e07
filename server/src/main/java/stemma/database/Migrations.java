package stemma.database;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.exception.FlywayValidateException;

import java.util.Map;

import javax.sql.DataSource;

/**
 * Brings the schemas of all rooms to the state of this program, as the owner, in the order of their
 * bands; refuses a database that a newer program has changed.
 */
public final class Migrations {
    private static final String LOCATIONS = "classpath:stemma/*/store";

    private Migrations() {}

    public static void run(DataSource owner, Logins logins) {
        Flyway flyway = Flyway.configure()
                .dataSource(owner)
                .locations(LOCATIONS)
                .defaultSchema("house")
                .schemas("house")
                .table("schema_history")
                .placeholders(Map.of(
                        "app", quoted(logins.app()),
                        "sealer", quoted(logins.sealer())))
                // A lower room may gain a table after a higher room was migrated.
                .outOfOrder(true)
                .load();
        refuseNewer(flyway);
        try {
            flyway.migrate();
        } catch (FlywayValidateException differs) {
            throw new DatabaseRefused(
                    "schema_differs",
                    "The tables of this database were made by other migrations than this program's:"
                            + " start the Stemma that made them, and export from it.",
                    differs);
        }
    }

    private static void refuseNewer(Flyway flyway) {
        for (MigrationInfo applied : flyway.info().applied()) {
            MigrationState state = applied.getState();
            if (state != MigrationState.FUTURE_SUCCESS && state != MigrationState.MISSING_SUCCESS)
                continue;
            throw new DatabaseRefused(
                    "schema_newer_than_program",
                    "This database was migrated by a newer Stemma (it holds change "
                            + applied.getVersion()
                            + ", which this program does not know): start that version instead.");
        }
    }

    private static String quoted(Login login) {
        return '"' + login.user().replace("\"", "\"\"") + '"';
    }
}
