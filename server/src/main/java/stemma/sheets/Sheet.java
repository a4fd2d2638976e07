package stemma.sheets;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A file read whole: its headings and the rows below them, blank rows left out. A CSV file may be
 * UTF-8 or UTF-16, separated by comma, semicolon or tab; of an XLSX file the first sheet is read.
 */
public record Sheet(List<String> headings, List<SheetLine> lines) {
    public static final int MAX_ROWS = 200_000;

    public Sheet {
        headings = List.copyOf(headings);
        lines = List.copyOf(lines);
    }

    /** A heading that cannot be used, with a stable code and a plain sentence. */
    public record Fault(String heading, String code, String sentence) {}

    /** Reads the bytes of a file; refuses with {@link UnreadableSheet} what is no table. */
    public static Sheet read(byte[] file) {
        List<SheetLine> rows = Xlsx.isXlsx(file) ? Xlsx.rows(file) : Csv.rows(file);
        if (rows.isEmpty()) throw new UnreadableSheet("sheet_empty", "the file is empty");
        List<String> headings = rows.getFirst().cells().stream()
                .map(cell -> cell.text().strip())
                .toList();
        return new Sheet(headings, rows.subList(1, rows.size()));
    }

    static UnreadableSheet tooLong() {
        return new UnreadableSheet("sheet_too_long", "a sheet has at most " + MAX_ROWS + " rows");
    }

    /**
     * Returns what is wrong with the headings: none unknown, none doubled, none missing. They may
     * stand in any order.
     */
    public List<Fault> faults(List<String> known, List<String> needed) {
        List<Fault> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String heading : headings) {
            if (!known.contains(heading)) {
                faults.add(new Fault(
                        heading,
                        "column_unknown",
                        "there is no column \"" + heading + "\"; the columns are "
                                + String.join(", ", known)));
            } else if (!seen.add(heading)) {
                faults.add(new Fault(
                        heading, "column_twice", "the column \"" + heading + "\" stands twice"));
            }
        }
        for (String column : needed) {
            if (seen.contains(column)) continue;
            faults.add(new Fault(
                    column, "column_missing", "the column \"" + column + "\" is missing"));
        }
        return faults;
    }
}
