package stemma.exchange;

import stemma.catalog.SheetError;
import stemma.identifiers.LocationCode;
import stemma.identifiers.MalformedIdentifier;
import stemma.identifiers.SiteCode;
import stemma.ledger.Place;
import stemma.sheets.Cell;
import stemma.sheets.SheetLine;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A row of a file of documents, and what is wrong with its cells. */
final class DocumentRow {
    private final int line;
    private final Map<String, Cell> cells = new HashMap<>();
    private final List<SheetError> errors = new ArrayList<>();
    private int takesFrom;

    DocumentRow(DocumentSheet kind, List<String> headings, SheetLine row) {
        this.line = row.number();
        if (row.cells().size() != headings.size()) {
            error(
                    headings.getLast(),
                    "row_ragged",
                    "the row has " + row.cells().size() + " cells, the headings are "
                            + headings.size());
            return;
        }
        for (int i = 0; i < headings.size(); i++)
            cells.put(headings.get(i), row.cells().get(i));
        cells.forEach(this::check);
        require(kind);
    }

    /** A row of that kind says something in these columns. */
    void require(DocumentSheet kind) {
        for (String needed : kind.needed()) {
            if (text(needed).isEmpty()) {
                error(needed, "cell_missing", "the column " + needed + " is empty");
            }
        }
    }

    private void check(String column, Cell cell) {
        switch (cell.form()) {
            case TEXT -> {}
            case FORMULA ->
                error(
                        column,
                        "cell_computed",
                        "the cell is computed by a formula; put the value itself there");
            case NUMBER, DAY -> {
                if (DocumentSheet.FREE.contains(column)) return;
                error(
                        column,
                        "spreadsheet_changed_code",
                        "a spreadsheet changed this code and the original cannot be recovered;"
                                + " format the column as text");
            }
        }
    }

    int line() {
        return line;
    }

    /** Notes that the lot of this row is brought about by that line of the file. */
    void takesFrom(int other) {
        takesFrom = other;
    }

    /** Returns the line of the file that brings the lot about, or nought. */
    int takesFrom() {
        return takesFrom;
    }

    List<SheetError> errors() {
        return errors;
    }

    void error(String column, String code, String sentence) {
        errors.add(new SheetError(line, column, text(column), code, sentence));
    }

    String text(String column) {
        return cells.getOrDefault(column, Cell.EMPTY).text().strip();
    }

    /** Copies a cell to a member of the draft, where it says something. */
    void to(ObjectNode draft, String member, String column) {
        if (!text(column).isEmpty()) draft.put(member, text(column));
    }

    /**
     * Returns the place that the columns site and location name; a location with a colon is any
     * place by its own text, such as {@code in:P-1} for a container.
     */
    String place() {
        if (text("location").contains(":")) return text("location");
        try {
            return new Place.At(new SiteCode(text("site")), new LocationCode(text("location")))
                    .text();
        } catch (MalformedIdentifier malformed) {
            error("location", malformed.code(), String.valueOf(malformed.getMessage()));
            return "";
        }
    }
}
