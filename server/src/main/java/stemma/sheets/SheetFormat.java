package stemma.sheets;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** In which form a table leaves as a file. What is written reads back as the same cells. */
public enum SheetFormat {
    CSV("text/csv;charset=UTF-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private static final String AS_TEXT = "@";
    private final String mediaType;

    SheetFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Returns the ending of the file's name, such as {@code .csv}. */
    public String ending() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    /** Reads the word for a format; anything but {@code xlsx} is CSV. */
    public static SheetFormat of(String word) {
        return word.equalsIgnoreCase("xlsx") ? XLSX : CSV;
    }

    /** Writes headings and rows; the stream stays open. */
    public void write(List<String> headings, Iterable<List<String>> rows, OutputStream to) {
        try {
            switch (this) {
                case CSV -> csv(headings, rows, to);
                case XLSX -> xlsx(List.of(), headings, rows, to);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void csv(List<String> headings, Iterable<List<String>> rows, OutputStream to)
            throws IOException {
        Writer text = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        writer.writeRecord(headings);
        for (List<String> row : rows) {
            writer.writeRecord(row.stream().map(SheetText::guarded).toList());
        }
        writer.flush();
        text.flush();
    }

    /**
     * Writes a workbook that stands alone: lines that say what it is, below them the table.
     *
     * @param about pairs of a word and what it says
     */
    public static void workbook(
            List<List<String>> about,
            List<String> headings,
            Iterable<List<String>> rows,
            OutputStream to) {
        List<List<String>> lines = new ArrayList<>(about);
        lines.add(List.of());
        try {
            xlsx(lines, headings, rows, to);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Every cell is text, so that no spreadsheet makes days of codes. */
    private static void xlsx(
            List<List<String>> above,
            List<String> headings,
            Iterable<List<String>> rows,
            OutputStream to)
            throws IOException {
        Workbook book = new Workbook(to, "Stemma", "1.0");
        Worksheet sheet = book.newWorksheet("Sheet");
        int line = 0;
        for (List<String> row : above) {
            text(sheet, line, row);
            if (!row.isEmpty()) sheet.style(line, 0).format(AS_TEXT).bold().set();
            line++;
        }
        for (int column = 0; column < headings.size(); column++) {
            sheet.style(column).format(AS_TEXT).set();
            sheet.value(line, column, headings.get(column));
            sheet.style(line, column).format(AS_TEXT).bold().set();
        }
        line++;
        if (above.isEmpty()) sheet.freezePane(0, line);
        for (List<String> row : rows) text(sheet, line++, row);
        book.finish();
    }

    private static void text(Worksheet sheet, int line, List<String> row) {
        for (int column = 0; column < row.size(); column++) {
            if (row.get(column).isEmpty()) continue;
            sheet.value(line, column, row.get(column));
            sheet.style(line, column).format(AS_TEXT).set();
        }
    }
}
