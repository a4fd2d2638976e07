package stemma.exchange;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.database.Database;
import stemma.journal.RestoreRefused;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whole tables as PostgreSQL's own text under a line of column names, for what is no event: the
 * rooms say which of their tables belong in an archive. Works as the owner, in the caller's
 * transaction if any. Names of tables are ours, never taken from a file.
 */
final class Tables {
    private final JdbcTemplate owner;
    private final List<String> names;

    Tables(Database database, List<String> names) {
        this.owner = new JdbcTemplate(database.owner());
        for (String name : names) {
            if (!name.matches("[a-z_]+\\.[a-z_]+"))
                throw new IllegalArgumentException(name + " is no table");
        }
        this.names = List.copyOf(names);
    }

    List<String> names() {
        return names;
    }

    void copyOut(String table, OutputStream to) {
        copying(copy -> copy.copyOut(
                "copy (select * from " + table + " t order by t) to stdout (header)", to));
    }

    /** Takes away what migrations put into the tables: the archive has it as the plant has it. */
    void empty(List<String> some) {
        for (String table : some.reversed()) owner.update("delete from " + table);
    }

    void copyIn(String table, InputStream from) throws IOException {
        InputStream rows = new BufferedInputStream(from);
        List<String> columns = List.of(line(rows).split("\t", -1));
        Set<String> known = new HashSet<>(columns(table, ""));
        for (String column : columns) {
            if (!known.contains(column))
                throw new RestoreRefused(
                        "archive_of_newer_program",
                        "the table " + table + " of the archive has a column " + column
                                + " that this program does not know");
        }
        copying(copy -> copy.copyIn(
                "copy " + table + " (" + String.join(", ", columns) + ") from stdin", rows));
        for (String column : columns(table, "and attidentity <> ''")) advance(table, column);
    }

    private interface Copying {
        long with(CopyManager copy) throws SQLException, IOException;
    }

    private void copying(Copying work) {
        Long rows =
                owner.execute((ConnectionCallback<Long>) connection -> copied(connection, work));
        if (rows == null) throw new IllegalStateException("a copy counts its rows");
    }

    private static long copied(Connection connection, Copying work) throws SQLException {
        try {
            return work.with(connection.unwrap(PGConnection.class).getCopyAPI());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<String> columns(String table, String only) {
        return JdbcClient.create(owner)
                .sql("""
                        select attname from pg_attribute
                        where attrelid = ?::regclass and attnum > 0 and not attisdropped
                        """ + only)
                .param(table)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private void advance(String table, String column) {
        owner.execute("""
                select setval(pg_get_serial_sequence('%s', '%s'),
                              (select coalesce(max(%s), 0) + 1 from %s), false)
                """.formatted(table, column, column, table));
    }

    private static String line(InputStream from) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int one = from.read(); one >= 0 && one != '\n'; one = from.read()) line.write(one);
        return line.toString(StandardCharsets.UTF_8);
    }
}
