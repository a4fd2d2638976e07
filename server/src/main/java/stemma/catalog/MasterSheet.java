package stemma.catalog;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A CSV file of one kind of master, read whole: its masters with the line each began in, and every
 * error by line and column. Headings may be fewer and in any order, never unknown or doubled.
 */
public record MasterSheet(
        MasterKind kind,
        List<Master> masters,
        Map<MasterKey, Integer> lines,
        List<SheetError> errors) {
    public static final int MAX_ROWS = 200_000;
    private static final String SEPARATORS = ",;\t";

    public MasterSheet {
        masters = List.copyOf(masters);
        lines = Map.copyOf(lines);
        errors = List.copyOf(errors);
    }

    /** Returns the sheet that the bytes of a file say. */
    public static MasterSheet read(MasterKind kind, byte[] file) {
        List<CsvRecord> records;
        try {
            records = records(SheetText.decoded(file));
        } catch (MalformedMaster malformed) {
            return refused(
                    kind, 1, malformed.field(), "", malformed.code(), malformed.getMessage());
        } catch (CsvParseException malformed) {
            return refused(kind, 1, "file", "", "csv_malformed", malformed.getMessage());
        }
        if (records.isEmpty()) {
            return refused(kind, 1, "file", "", "sheet_empty", "the file is empty");
        }
        List<SheetError> errors = headingErrors(kind, records.getFirst());
        if (!errors.isEmpty()) return new MasterSheet(kind, List.of(), Map.of(), errors);
        return read(kind, records);
    }

    private static MasterSheet refused(
            MasterKind kind,
            int line,
            String column,
            String value,
            String code,
            @Nullable String sentence) {
        String said = sentence == null ? "the file cannot be read" : sentence;
        return new MasterSheet(
                kind,
                List.of(),
                Map.of(),
                List.of(new SheetError(line, column, value, code, said)));
    }

    private static List<CsvRecord> records(String text) {
        List<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(separator(text))
                .skipEmptyLines(true)
                .allowUnclosedQuote(false)
                .allowExtraCharsAfterClosingQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)
                .stream()
                .limit(MAX_ROWS + 2L)
                .toList();
        if (records.size() > MAX_ROWS + 1) {
            throw new MalformedMaster(
                    "sheet_too_long", "file", "a sheet has at most " + MAX_ROWS + " rows");
        }
        return records;
    }

    // The separator is the one of the first line; names of columns contain none of them.
    private static char separator(String text) {
        String first = text.lines().findFirst().orElse("");
        char most = ',';
        for (char candidate : SEPARATORS.toCharArray()) {
            if (count(first, candidate) > count(first, most)) most = candidate;
        }
        return most;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(character -> character == wanted).count();
    }

    private static List<SheetError> headingErrors(MasterKind kind, CsvRecord headings) {
        List<SheetError> errors = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String heading : headings.getFields()) {
            String column = heading.strip();
            if (!SheetColumns.of(kind).contains(column)) {
                errors.add(new SheetError(
                        1,
                        column,
                        column,
                        "column_unknown",
                        "there is no column \"" + column + "\"; the columns are "
                                + String.join(", ", SheetColumns.of(kind))));
            } else if (!seen.add(column)) {
                errors.add(new SheetError(
                        1,
                        column,
                        column,
                        "column_twice",
                        "the column \"" + column + "\" stands twice"));
            }
        }
        for (String needed : SheetColumns.needed(kind)) {
            if (!seen.contains(needed)) {
                errors.add(new SheetError(
                        1,
                        needed,
                        "",
                        "column_missing",
                        "the column \"" + needed + "\" is missing"));
            }
        }
        return errors;
    }

    private static MasterSheet read(MasterKind kind, List<CsvRecord> records) {
        List<String> headings =
                records.getFirst().getFields().stream().map(String::strip).toList();
        List<SheetError> errors = new ArrayList<>();
        List<SheetRow> rows = new ArrayList<>();
        for (CsvRecord record : records.subList(1, records.size())) {
            SheetRow row = row(headings, record);
            if (record.getFieldCount() == headings.size()) {
                rows.add(row);
            } else {
                errors.add(new SheetError(
                        row.line(),
                        headings.getLast(),
                        "",
                        "row_ragged",
                        "the row has " + record.getFieldCount() + " cells, the headings are "
                                + headings.size()));
            }
        }
        Map<MasterKey, Integer> lines = new LinkedHashMap<>();
        List<Master> masters = new ArrayList<>();
        SheetReading.read(kind, rows, (master, row) -> keep(master, row, masters, lines));
        rows.forEach(row -> errors.addAll(row.errors()));
        errors.sort(Comparator.comparingInt(SheetError::line));
        return new MasterSheet(kind, masters, lines, errors);
    }

    private static SheetRow row(List<String> headings, CsvRecord record) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < Math.min(headings.size(), record.getFieldCount()); i++) {
            cells.put(headings.get(i), SheetText.unguarded(record.getField(i)));
        }
        return new SheetRow((int) record.getStartingLineNumber(), cells);
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
    public static String text(MasterKind kind, List<? extends Master> masters) {
        StringWriter text = new StringWriter();
        try (CsvWriter writer =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            writer.writeRecord(SheetColumns.of(kind));
            for (Master master : masters) {
                for (List<String> row : SheetWriting.rows(master)) {
                    writer.writeRecord(row.stream().map(SheetText::guarded).toList());
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
