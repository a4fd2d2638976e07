package stemma.catalog;

import stemma.sheets.Sheet;
import stemma.sheets.SheetFormat;
import stemma.sheets.SheetLine;
import stemma.sheets.UnreadableSheet;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A CSV or XLSX file of one kind of master, read whole: its masters with the line each began in,
 * and every error by line and column. Headings may be fewer and in any order, never unknown or
 * doubled.
 */
public record MasterSheet(
        MasterKind kind,
        List<Master> masters,
        Map<MasterKey, Integer> lines,
        List<SheetError> errors) {
    public MasterSheet {
        masters = List.copyOf(masters);
        lines = Map.copyOf(lines);
        errors = List.copyOf(errors);
    }

    /** Returns the sheet that the bytes of a file say. */
    public static MasterSheet read(MasterKind kind, byte[] file) {
        Sheet sheet;
        try {
            sheet = Sheet.read(file);
        } catch (UnreadableSheet refused) {
            return refused(
                    kind,
                    List.of(new SheetError(1, "file", "", refused.code(), refused.sentence())));
        }
        List<SheetError> errors =
                sheet.faults(SheetColumns.of(kind), SheetColumns.needed(kind)).stream()
                        .map(fault -> new SheetError(
                                1,
                                fault.heading(),
                                fault.heading(),
                                fault.code(),
                                fault.sentence()))
                        .toList();
        return errors.isEmpty() ? read(kind, sheet) : refused(kind, errors);
    }

    private static MasterSheet refused(MasterKind kind, List<SheetError> errors) {
        return new MasterSheet(kind, List.of(), Map.of(), errors);
    }

    private static MasterSheet read(MasterKind kind, Sheet sheet) {
        List<SheetError> errors = new ArrayList<>();
        List<SheetRow> rows = new ArrayList<>();
        for (SheetLine line : sheet.lines()) {
            if (line.cells().size() == sheet.headings().size()) {
                rows.add(SheetRow.of(sheet.headings(), line));
            } else {
                errors.add(ragged(sheet, line));
            }
        }
        Map<MasterKey, Integer> lines = new LinkedHashMap<>();
        List<Master> masters = new ArrayList<>();
        SheetReading.read(kind, rows, (master, row) -> keep(master, row, masters, lines));
        rows.forEach(row -> errors.addAll(row.errors()));
        errors.sort(Comparator.comparingInt(SheetError::line));
        return new MasterSheet(kind, masters, lines, errors);
    }

    private static SheetError ragged(Sheet sheet, SheetLine line) {
        return new SheetError(
                line.number(),
                sheet.headings().getLast(),
                "",
                "row_ragged",
                "the row has " + line.cells().size() + " cells, the headings are "
                        + sheet.headings().size());
    }

    private static void keep(
            Master master, SheetRow row, List<Master> masters, Map<MasterKey, Integer> lines) {
        Integer earlier = lines.putIfAbsent(master.key(), row.line());
        if (earlier == null) {
            masters.add(master);
        } else {
            row.error(
                    SheetColumns.of(master.key().kind()).getFirst(),
                    "row_twice",
                    master.key().normal() + " stands in line " + earlier + " already");
        }
    }

    /** Returns the file that says these masters and reads back as the same. */
    public static byte[] file(MasterKind kind, SheetFormat format, List<? extends Master> masters) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        format.write(
                SheetColumns.of(kind),
                masters.stream()
                        .flatMap(master -> SheetWriting.rows(master).stream())
                        .toList(),
                file);
        return file.toByteArray();
    }
}
