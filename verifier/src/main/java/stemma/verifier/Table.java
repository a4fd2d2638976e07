package stemma.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.util.List;

/**
 * A table as text: a line of column names, then a line a row, columns apart by tabs, in which
 * backslash, tab and line ends are written with a backslash before, and {@code \N} is none.
 */
final class Table {
    private final BufferedReader lines;
    private final List<String> columns;
    private String[] row = {};

    Table(InputStream table) throws IOException {
        this.lines = new BufferedReader(new InputStreamReader(table, UTF_8));
        String head = lines.readLine();
        if (head == null) throw new Malformed("a table begins with the names of its columns");
        this.columns = List.of(head.split("\t", -1));
    }

    boolean next() throws IOException {
        String line = lines.readLine();
        if (line == null) return false;
        row = line.split("\t", -1);
        if (row.length != columns.size())
            throw new Malformed("a row has another width than its table");
        return true;
    }

    boolean has(String column) {
        return columns.contains(column);
    }

    boolean isNone(String column) {
        return raw(column).equals("\\N");
    }

    String text(String column) {
        String raw = raw(column);
        return raw.indexOf('\\') < 0 ? raw : unescaped(raw);
    }

    long whole(String column) {
        try {
            return Long.parseLong(raw(column));
        } catch (NumberFormatException noNumber) {
            throw new Malformed(column + " is no whole number");
        }
    }

    BigDecimal number(String column) {
        return Amount.number(raw(column));
    }

    private String raw(String column) {
        int index = columns.indexOf(column);
        if (index < 0) throw new Malformed("a table has no column " + column);
        return row[index];
    }

    private static String unescaped(String raw) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '\\' || i + 1 == raw.length()) {
                text.append(c);
                continue;
            }
            char after = raw.charAt(++i);
            text.append(
                    switch (after) {
                        case 'b' -> '\b';
                        case 'f' -> '\f';
                        case 'n' -> '\n';
                        case 'r' -> '\r';
                        case 't' -> '\t';
                        case 'v' -> '\u000b';
                        default -> after;
                    });
        }
        return text.toString();
    }
}
