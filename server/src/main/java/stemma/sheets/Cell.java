package stemma.sheets;

/**
 * What stands in a cell. In a CSV file every cell is text; a spreadsheet may have made a number or
 * a day of what was typed, and then what was typed cannot be recovered.
 */
public record Cell(String text, Form form) {
    public static final Cell EMPTY = new Cell("", Form.TEXT);

    /** How a file holds a cell. */
    public enum Form {
        TEXT,
        NUMBER,
        DAY,
        /** Computed from other cells: what it says is not what was entered. */
        FORMULA
    }

    static Cell text(String text) {
        return new Cell(text, Form.TEXT);
    }
}
