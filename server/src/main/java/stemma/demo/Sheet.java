package stemma.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows of a table written as text, its cells parted by upright strokes; empty lines part groups.
 */
final class Sheet {
    private Sheet() {}

    /** Returns the cells of each row that is not empty, trimmed. */
    static List<List<String>> rows(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .map(line -> cells(line, "\\|"))
                .toList();
    }

    /** Returns the pairs of a cell such as {@code A 260, B 200}, each as word and number. */
    static List<List<String>> pairs(String cell) {
        if (cell.isBlank()) return List.of();
        return cells(cell, ",").stream().map(pair -> cells(pair, " +")).toList();
    }

    private static List<String> cells(String text, String parting) {
        return new ArrayList<>(
                Arrays.stream(text.split(parting, -1)).map(String::strip).toList());
    }
}
