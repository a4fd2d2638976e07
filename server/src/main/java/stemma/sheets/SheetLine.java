package stemma.sheets;

import java.util.List;

/** A row of a file: the line it stands in, counted from 1, and its cells from the left. */
public record SheetLine(int number, List<Cell> cells) {
    public SheetLine {
        cells = List.copyOf(cells);
    }

    boolean isBlank() {
        return cells.stream().allMatch(cell -> cell.text().isBlank());
    }
}
