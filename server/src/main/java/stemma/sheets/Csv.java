package stemma.sheets;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

import java.util.List;

/** Reads a CSV file (RFC 4180); its separator is the one of the first line. */
final class Csv {
    private static final String SEPARATORS = ",;\t";

    private Csv() {}

    static List<SheetLine> rows(byte[] file) {
        String text = SheetText.decoded(file);
        try {
            List<SheetLine> rows = CsvReader.builder()
                    .fieldSeparator(separator(text))
                    .skipEmptyLines(true)
                    .allowUnclosedQuote(false)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .ofCsvRecord(text)
                    .stream()
                    .limit(Sheet.MAX_ROWS + 2L)
                    .map(Csv::line)
                    .toList();
            if (rows.size() > Sheet.MAX_ROWS + 1) throw Sheet.tooLong();
            return rows;
        } catch (CsvParseException malformed) {
            throw new UnreadableSheet("csv_malformed", String.valueOf(malformed.getMessage()));
        }
    }

    private static SheetLine line(CsvRecord record) {
        return new SheetLine(
                (int) record.getStartingLineNumber(),
                record.getFields().stream()
                        .map(field -> Cell.text(SheetText.unguarded(field)))
                        .toList());
    }

    /** Names of columns contain none of the separators. */
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
}
