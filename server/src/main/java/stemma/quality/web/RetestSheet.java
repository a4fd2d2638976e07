package stemma.quality.web;

import stemma.quality.RetestLine;
import stemma.shell.Badge;

import java.util.List;
import java.util.stream.Collectors;

/** Lots that are to be tested again as a table for spreadsheets. */
final class RetestSheet {
    static final List<String> HEADINGS = List.of(
            "lot",
            "item",
            "item name",
            "places",
            "quantity",
            "unit",
            "standing",
            "retest by",
            "days left",
            "expiry",
            "inspection");

    private RetestSheet() {}

    static List<String> cells(RetestLine line) {
        var expiry = line.lot().passport().expiry();
        return List.of(
                line.now().number(),
                line.lot().item().code(),
                line.now().itemName(),
                line.places(),
                line.quantity().number(),
                line.quantity().unit().code(),
                line.now().badges().stream().map(Badge::word).collect(Collectors.joining(", ")),
                line.by().text(),
                Long.toString(line.days()),
                expiry == null ? "" : expiry.text(),
                line.inspection() == null ? "" : "open");
    }
}
