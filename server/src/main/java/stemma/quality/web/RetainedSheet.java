package stemma.quality.web;

import stemma.quality.RetainedLine;

import java.time.LocalDate;
import java.util.List;

/** Retained samples as a table for spreadsheets. */
final class RetainedSheet {
    static final List<String> HEADINGS = List.of(
            "sample",
            "of lot",
            "item",
            "item name",
            "place",
            "container",
            "quantity",
            "unit",
            "taken",
            "taken by",
            "kept to",
            "because",
            "due for destruction");

    private RetainedSheet() {}

    static List<String> cells(RetainedLine line) {
        var stock = line.stock();
        LocalDate until = line.retention().until();
        return List.of(
                stock.lot().number(),
                line.of(),
                stock.lot().lot().item().code(),
                stock.lot().itemName(),
                stock.place(),
                stock.container() == null ? "" : stock.container().code(),
                stock.quantity().number(),
                stock.quantity().unit().code(),
                stock.lot().lot().bornFrom().toString(),
                line.takenBy(),
                until == null ? "" : until.toString(),
                line.retention().because(),
                line.isDue() ? "yes" : "no");
    }
}
