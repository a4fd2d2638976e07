package stemma.catalog;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.MalformedIdentifier;
import stemma.quantity.MalformedQuantity;
import stemma.sheets.Cell;
import stemma.sheets.SheetLine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The cells of one row or form by column. Each cell is read on its own, and every one that cannot
 * be read is remembered; where it is needed to go on, a stand-in takes its place.
 */
public final class SheetRow {
    // What a spreadsheet makes of 03-04 and of 1E5 when the column is not formatted as text.
    private static final Pattern CHANGED = Pattern.compile(
            "\\d+[.,]\\d+E\\+\\d+|\\d{1,2}-(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
                    + "|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-\\d{2}",
            Pattern.CASE_INSENSITIVE);
    private final int line;
    private final Map<String, String> cells;
    private final Set<String> remade;
    private final List<SheetError> errors = new ArrayList<>();

    public SheetRow(int line, Map<String, String> cells) {
        this(line, cells, Set.of());
    }

    private SheetRow(int line, Map<String, String> cells, Set<String> remade) {
        this.line = line;
        this.cells = Map.copyOf(cells);
        this.remade = Set.copyOf(remade);
    }

    /** Returns the row of a file under its headings; a computed cell is an error. */
    static SheetRow of(List<String> headings, SheetLine line) {
        Map<String, String> cells = new HashMap<>();
        Set<String> remade = new HashSet<>();
        List<String> computed = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            Cell cell = line.cells().get(i);
            cells.put(headings.get(i), cell.text());
            switch (cell.form()) {
                case TEXT -> {}
                case NUMBER, DAY -> remade.add(headings.get(i));
                case FORMULA -> computed.add(headings.get(i));
            }
        }
        SheetRow row = new SheetRow(line.number(), cells, remade);
        computed.forEach(column -> row.error(
                column,
                "cell_computed",
                "the cell is computed by a formula; put the value itself there"));
        return row;
    }

    public int line() {
        return line;
    }

    public List<SheetError> errors() {
        return List.copyOf(errors);
    }

    /** Returns the text of a cell, empty where there is no such column. */
    public String text(String column) {
        return cells.getOrDefault(column, "").strip();
    }

    /** Returns what the cell says, which must not be empty. */
    <T> T needed(String column, Function<String, T> as, T standIn) {
        if (text(column).isEmpty()) {
            error(column, "cell_missing", "the column " + column + " is empty");
            return standIn;
        }
        T value = optional(column, as);
        return value == null ? standIn : value;
    }

    /** Returns what the cell says, or nothing where it is empty. */
    <T> @Nullable T optional(String column, Function<String, T> as) {
        String text = text(column);
        if (text.isEmpty()) return null;
        try {
            return as.apply(text);
        } catch (MalformedMaster malformed) {
            error(column, malformed.code(), sentence(malformed));
        } catch (MalformedIdentifier malformed) {
            error(column, malformed.code(), sentence(malformed));
        } catch (MalformedQuantity malformed) {
            error(column, malformed.code(), sentence(malformed));
        }
        return null;
    }

    /** Returns the code in the cell, refusing what a spreadsheet has evidently made of one. */
    <T> T code(String column, Function<String, T> as, T standIn) {
        if (remade.contains(column) || CHANGED.matcher(text(column)).matches()) {
            error(
                    column,
                    "spreadsheet_changed_code",
                    "a spreadsheet changed this code and the original cannot be recovered;"
                            + " format the column as text");
            return standIn;
        }
        return needed(column, as, standIn);
    }

    /** Returns the word of a closed list in the cell, or the usual one where it is empty. */
    <E extends Enum<E>> E word(String column, Class<E> type, E usual) {
        E word = optional(column, text -> wordOf(column, type, text));
        return word == null ? usual : word;
    }

    static <E extends Enum<E>> E wordOf(String column, Class<E> type, String text) {
        String words = "";
        for (E constant : type.getEnumConstants()) {
            String word = constant.name().toLowerCase(Locale.ROOT);
            if (word.equals(text.strip().toLowerCase(Locale.ROOT))) return constant;
            words = words.isEmpty() ? word : words + ", " + word;
        }
        throw new MalformedMaster("word_unknown", column, "\"" + text + "\" is none of: " + words);
    }

    /** Returns what the row makes, or nothing and one more error where its cells do not fit. */
    <T> @Nullable T made(Supplier<T> maker) {
        if (!errors.isEmpty()) return null;
        try {
            return maker.get();
        } catch (MalformedMaster malformed) {
            error(SheetColumns.headerOf(malformed.field()), malformed.code(), sentence(malformed));
            return null;
        }
    }

    void error(String column, String code, String sentence) {
        errors.add(new SheetError(line, column, text(column), code, sentence));
    }

    private static String sentence(Exception malformed) {
        String message = malformed.getMessage();
        return message == null ? "this cannot be read" : message;
    }
}
