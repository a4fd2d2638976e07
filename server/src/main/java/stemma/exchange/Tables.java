package stemma.exchange;

import org.postgresql.PGConnection;

import stemma.database.Database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Whole tables as PostgreSQL's own text, for what is no event: the rooms say which of their tables
 * belong in an archive. Names are checked against the database, never taken from a file.
 */
final class Tables {
    private final Database database;
    private final List<String> names;

    Tables(Database database, List<String> names) {
        this.database = database;
        for (String name : names) {
            if (!name.matches("[a-z_]+\\.[a-z_]+"))
                throw new IllegalArgumentException(name + " is no table");
        }
        this.names = List.copyOf(names);
    }

    List<String> names() {
        return names;
    }

    void copyOut(String table, OutputStream to) throws IOException {
        try (Connection connection = database.owner().getConnection()) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy " + table + " to stdout", to);
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
    }

    void copyIn(String table, InputStream from) throws IOException {
        try (Connection connection = database.owner().getConnection()) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " from stdin", from);
            for (String column : identities(connection, table)) advance(connection, table, column);
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
    }

    private static List<String> identities(Connection connection, String table)
            throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select attname from pg_attribute
                        where attrelid = '%s'::regclass and attidentity <> ''
                        """.formatted(table))) {
            while (rows.next()) columns.add(rows.getString(1));
        }
        return columns;
    }

    private static void advance(Connection connection, String table, String column)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    select setval(pg_get_serial_sequence('%s', '%s'),
                                  (select coalesce(max(%s), 0) + 1 from %s), false)
                    """.formatted(table, column, column, table));
        }
    }
}
