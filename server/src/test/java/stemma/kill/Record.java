package stemma.kill;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;

/** What stands in the database of a running server, seen by its owner and not by the server. */
final class Record {
    private final Path data;

    Record(Path data) {
        this.data = data;
    }

    /** Returns those of the events that are not recorded. */
    Set<UUID> missing(int port, Collection<UUID> events) {
        Set<UUID> missing = new HashSet<>(events);
        try (Connection connection = connect(port);
                var statement = connection.prepareStatement(
                        "select id from journal.entry where kind = 1 and id = any(?)")) {
            statement.setArray(1, connection.createArrayOf("uuid", events.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) missing.remove(rows.getObject(1, UUID.class));
            }
            return missing;
        } catch (SQLException | IOException failure) {
            throw new AssertionError(failure);
        }
    }

    /** Returns how many rows a question finds. */
    long count(int port, String from) {
        try (Connection connection = connect(port);
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + from)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException | IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private Connection connect(int port) throws SQLException, IOException {
        Properties passwords = new Properties();
        try (Reader reader = Files.newBufferedReader(data.resolve("passwords.properties"))) {
            passwords.load(reader);
        }
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/stemma",
                "stemma_owner",
                passwords.getProperty("stemma_owner"));
    }
}
