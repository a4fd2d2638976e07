package stemma.quality.web;

import stemma.quality.BlockedLine;

import java.util.List;
import java.util.Locale;

/** What is not fit, as a table for spreadsheets. */
final class BlockedSheet {
    static final List<String> HEADINGS = List.of(
            "lot",
            "item",
            "item name",
            "place",
            "container",
            "quantity",
            "unit",
            "status",
            "holds",
            "supplier",
            "since",
            "days");

    private BlockedSheet() {}

    static List<String> cells(BlockedLine line) {
        var stock = line.stock();
        return List.of(
                stock.lot().number(),
                stock.lot().lot().item().code(),
                stock.lot().itemName(),
                stock.place(),
                stock.container() == null ? "" : stock.container().code(),
                stock.quantity().number(),
                stock.quantity().unit().code(),
                line.status().name().toLowerCase(Locale.ROOT),
                String.join(
                        " ",
                        stock.lot().holds().stream().map(h -> h.code().code()).toList()),
                line.supplier(),
                line.since().toString(),
                Long.toString(line.days()));
    }
}
