package stemma.sheets;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Reads the first sheet of an XLSX file (ECMA-376), row by row. */
final class Xlsx {
    private static final int[] ZIP = {0x50, 0x4b, 0x03, 0x04};
    private static final long MOST_UNPACKED = 200L * 1024 * 1024;
    private static final int MOST_PARTS = 1_000;

    private Xlsx() {}

    static boolean isXlsx(byte[] file) {
        if (file.length < ZIP.length) return false;
        for (int i = 0; i < ZIP.length; i++) if ((file[i] & 0xFF) != ZIP[i]) return false;
        return true;
    }

    static List<SheetLine> rows(byte[] file) {
        refuseBomb(file);
        List<SheetLine> rows = new ArrayList<>();
        try (ReadableWorkbook book = new ReadableWorkbook(
                        new ByteArrayInputStream(file), new ReadingOptions(true, true));
                Stream<Row> stream = book.getFirstSheet().openStream()) {
            for (Iterator<Row> each = stream.iterator(); each.hasNext(); ) {
                SheetLine line = line(each.next());
                if (line.isBlank()) continue;
                rows.add(line);
                if (rows.size() > Sheet.MAX_ROWS + 1) throw Sheet.tooLong();
            }
        } catch (IOException | ExcelReaderException notABook) {
            throw unreadable();
        }
        return even(rows);
    }

    private static UnreadableSheet unreadable() {
        return new UnreadableSheet(
                "xlsx_malformed", "the file is packed as a workbook is, but cannot be read as one");
    }

    /** What a small file unpacks to is counted before any of it is read as a workbook. */
    private static void refuseBomb(byte[] file) {
        byte[] buffer = new byte[64 * 1024];
        long unpacked = 0;
        int parts = 0;
        try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
            for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
                if (++parts > MOST_PARTS) throw tooLarge();
                InputStream content = zip.getInputStream(part);
                for (int read = content.read(buffer); read > 0; read = content.read(buffer)) {
                    unpacked += read;
                    if (unpacked > MOST_UNPACKED) throw tooLarge();
                }
            }
        } catch (IOException broken) {
            throw unreadable();
        }
    }

    private static UnreadableSheet tooLarge() {
        return new UnreadableSheet(
                "xlsx_too_large", "the workbook unpacks to more than is ever read");
    }

    private static SheetLine line(Row row) {
        List<Cell> cells = new ArrayList<>();
        for (int column = 0; column < row.getCellCount(); column++) {
            cells.add(row.getOptionalCell(column).map(Xlsx::cell).orElse(Cell.EMPTY));
        }
        return new SheetLine(row.getRowNum(), cells);
    }

    private static Cell cell(org.dhatim.fastexcel.reader.Cell cell) {
        String raw = cell.getRawValue() == null ? "" : cell.getRawValue();
        if (cell.getFormula() != null) return new Cell(raw, Cell.Form.FORMULA);
        if (cell.getType() != CellType.NUMBER) return Cell.text(textOf(cell, raw));
        if (!isDay(cell.getDataFormatString())) {
            return new Cell(cell.asNumber().toPlainString(), Cell.Form.NUMBER);
        }
        return new Cell(cell.asDate().toLocalDate().toString(), Cell.Form.DAY);
    }

    private static String textOf(org.dhatim.fastexcel.reader.Cell cell, String raw) {
        return cell.getType() == CellType.STRING ? cell.asString() : raw;
    }

    /** A format of days names year, month or day outside quotes and brackets. */
    private static boolean isDay(@Nullable String format) {
        if (format == null) return false;
        String bare =
                format.toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "");
        return bare.contains("yy") || bare.contains("d") || bare.contains("mmm");
    }

    /** Blank cells at the end of a row are not written to the file. */
    private static List<SheetLine> even(List<SheetLine> rows) {
        if (rows.isEmpty()) return rows;
        int width = rows.getFirst().cells().size();
        return rows.stream().map(row -> evened(row, width)).toList();
    }

    private static SheetLine evened(SheetLine row, int width) {
        List<Cell> cells = new ArrayList<>(row.cells());
        while (cells.size() < width) cells.add(Cell.EMPTY);
        while (cells.size() > width && cells.getLast().text().isBlank()) cells.removeLast();
        return new SheetLine(row.number(), cells);
    }
}
