package stemma.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/**
 * A table as text: a line of column names, then a line a row, columns apart by tabs, in which
 * backslash, tab and line ends are written with a backslash before, and {@code \N} is none.
 */
final class Table {
    private static final int BUFFER = 1 << 16;
    private static final int EXACT_IN_LONG = 18;

    private final InputStream from;
    private final List<String> columns;
    private byte[] bytes = new byte[BUFFER];
    private int filled;
    private int start;
    private int end;
    private int[] ends;

    Table(InputStream table) throws IOException {
        this.from = table;
        if (!line()) throw new Malformed("a table begins with the names of its columns");
        this.columns = List.of(new String(bytes, start, end - start, UTF_8).split("\t", -1));
        this.ends = new int[columns.size()];
    }

    boolean next() throws IOException {
        if (!line()) return false;
        int column = 0;
        for (int at = start; at < end; at++) {
            if (bytes[at] != '\t') continue;
            if (column + 1 == ends.length) throw otherWidth();
            ends[column++] = at;
        }
        ends[column++] = end;
        if (column != ends.length) throw otherWidth();
        return true;
    }

    private static Malformed otherWidth() {
        return new Malformed("a row has another width than its table");
    }

    /** Moves to the next line; returns whether there is one. The last may end without a feed. */
    private boolean line() throws IOException {
        start = filled == 0 ? 0 : end + 1;
        int at = start;
        while (true) {
            while (at < filled && bytes[at] != '\n') at++;
            if (at < filled) break;
            int moved = start;
            if (!fill()) {
                if (start >= filled) return false;
                at = filled;
                break;
            }
            at -= moved - start;
        }
        end = at;
        return true;
    }

    private boolean fill() throws IOException {
        if (start > 0) {
            int rest = Math.max(0, filled - start);
            System.arraycopy(bytes, Math.min(start, filled), bytes, 0, rest);
            filled = rest;
            start = 0;
        }
        if (filled == bytes.length) bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        int read = from.read(bytes, filled, bytes.length - filled);
        if (read < 0) return false;
        filled += read;
        return true;
    }

    boolean has(String column) {
        return columns.contains(column);
    }

    boolean isNone(String column) {
        int index = index(column);
        int begin = begin(index);
        return ends[index] - begin == 2 && bytes[begin] == '\\' && bytes[begin + 1] == 'N';
    }

    String text(String column) {
        String raw = raw(column);
        return raw.indexOf('\\') < 0 ? raw : unescaped(raw);
    }

    long whole(String column) {
        int index = index(column);
        int begin = begin(index);
        boolean isNegative = begin < ends[index] && bytes[begin] == '-';
        int digits = isNegative ? begin + 1 : begin;
        int count = ends[index] - digits;
        if (count < 1 || count > EXACT_IN_LONG) throw noNumber(column);
        long number = 0;
        for (int at = digits; at < ends[index]; at++) {
            if (bytes[at] < '0' || bytes[at] > '9') throw noNumber(column);
            number = 10 * number + bytes[at] - '0';
        }
        return isNegative ? -number : number;
    }

    private static Malformed noNumber(String column) {
        return new Malformed(column + " is no whole number");
    }

    BigDecimal number(String column) {
        return Amount.number(raw(column));
    }

    private String raw(String column) {
        int index = index(column);
        int begin = begin(index);
        return new String(bytes, begin, ends[index] - begin, UTF_8);
    }

    private int begin(int index) {
        return index == 0 ? start : ends[index - 1] + 1;
    }

    private int index(String column) {
        int index = columns.indexOf(column);
        if (index < 0) throw new Malformed("a table has no column " + column);
        return index;
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
