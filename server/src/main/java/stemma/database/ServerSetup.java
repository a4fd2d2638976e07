package stemma.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Gives a server of our own its three roles and a database that the owner role owns. */
record ServerSetup(String host, int port, Login superuser) {

    String url(String database) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    void roles(Logins logins) {
        execute(connection -> {
            for (Login login : new Login[] {logins.app(), logins.owner(), logins.sealer()}) {
                if (!exists(connection, "SELECT FROM pg_roles WHERE rolname = ?", login.user()))
                    run(connection, "CREATE ROLE " + name(login.user()) + " LOGIN");
                run(
                        connection,
                        "ALTER ROLE " + name(login.user()) + " PASSWORD "
                                + literal(login.password()));
            }
        });
    }

    void database(String database, Login owner) {
        execute(connection -> {
            if (exists(connection, "SELECT FROM pg_database WHERE datname = ?", database)) return;
            run(connection, "CREATE DATABASE " + name(database) + " OWNER " + name(owner.user()));
        });
    }

    void copy(String template, String database, Login owner) {
        execute(connection -> run(
                connection,
                "CREATE DATABASE " + name(database) + " TEMPLATE " + name(template) + " OWNER "
                        + name(owner.user())));
    }

    void drop(String database) {
        execute(connection ->
                run(connection, "DROP DATABASE IF EXISTS " + name(database) + " WITH (FORCE)"));
    }

    private interface Work {
        void with(Connection connection) throws SQLException;
    }

    private void execute(Work work) {
        try (Connection connection = DriverManager.getConnection(
                url("postgres"), superuser.user(), superuser.password())) {
            work.with(connection);
        } catch (SQLException failure) {
            throw new IllegalStateException("the server could not be set up", failure);
        }
    }

    private static boolean exists(Connection connection, String question, String name)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
