package stemma.shell;

import de.siegmar.fastcsv.writer.CsvWriter;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A table as a file for spreadsheets: UTF-8 with its mark, and no cell can begin a formula. */
public final class CsvFile implements AutoCloseable {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private final CsvWriter writer;

    private CsvFile(CsvWriter writer) {
        this.writer = writer;
    }

    /** Begins a file; spreadsheets take it for UTF-8 only by the mark it begins with. */
    public static CsvFile to(Writer writer) throws IOException {
        writer.write('\uFEFF');
        return new CsvFile(CsvWriter.builder().build(writer));
    }

    /** Begins rows within a file that has begun. */
    public static CsvFile within(Writer writer) {
        return new CsvFile(CsvWriter.builder().build(writer));
    }

    /** Returns a name that every system takes for a file, ending in {@code .csv}. */
    public static String named(String name) {
        return name.replaceAll("[^A-Za-z0-9._-]", "-") + ".csv";
    }

    /** Writes one row. */
    public void row(List<String> cells) {
        List<String> safe = new ArrayList<>(cells.size());
        for (String cell : cells) safe.add(safe(cell));
        writer.writeRecord(safe);
    }

    /** A cell that a spreadsheet would take for a formula begins with an apostrophe. */
    public static String safe(String cell) {
        if (cell.isEmpty() || NUMBER.matcher(cell).matches()) return cell;
        return switch (cell.charAt(0)) {
            case '=', '+', '-', '@', '\t', '\r', '\n' -> "'" + cell;
            default -> cell;
        };
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
