package stemma.warehouse.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import stemma.access.Caller;
import stemma.shell.CsvFile;
import stemma.warehouse.CountDocument;
import stemma.warehouse.Counts;
import stemma.warehouse.StockLine;
import stemma.warehouse.StockPage;
import stemma.warehouse.Warehouse;

import java.io.IOException;
import java.util.List;

/** The work list of the warehouse and the page of its stock. */
@Controller
class WarehousePages {
    private final Warehouse warehouse;
    private final Counts counts;

    WarehousePages(Warehouse warehouse, Counts counts) {
        this.warehouse = warehouse;
        this.counts = counts;
    }

    @GetMapping("/warehouse")
    String work(Caller caller, Model model) {
        model.addAttribute("list", warehouse.seenBy(caller).workList());
        model.addAttribute(
                "counts",
                Counting.seen(caller, counts.all()).stream()
                        .filter(CountDocument::isOpen)
                        .toList());
        return "warehouse/work";
    }

    @GetMapping("/warehouse/stock")
    String stock(Caller caller, StockAsked asked, Model model) {
        model.addAttribute("page", warehouse.seenBy(caller).stock(asked.query()));
        return "warehouse/stock";
    }

    @GetMapping("/warehouse/stock.csv")
    void file(Caller caller, StockAsked asked, HttpServletResponse response) throws IOException {
        StockPage page = warehouse.seenBy(caller).stock(asked.query().whole());
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"" + CsvFile.named("stock") + "\"");
        try (CsvFile file = CsvFile.to(response.getWriter())) {
            file.row(List.of(
                    "item",
                    "item name",
                    "lot",
                    "place",
                    "container",
                    "quantity",
                    "unit",
                    "catch weight",
                    "status",
                    "holds",
                    "expiry",
                    "retest"));
            for (StockPage.Row row : page.rows())
                row.lines().forEach(line -> file.row(cells(line)));
        }
    }

    private static List<String> cells(StockLine line) {
        var passport = line.lot().lot().passport();
        return List.of(
                passport.item().code(),
                line.lot().itemName(),
                line.lot().number(),
                line.place(),
                line.container() == null ? "" : line.container().code(),
                line.quantity().number(),
                line.quantity().unit().code(),
                line.catchWeight() == null ? "" : line.catchWeight().toString(),
                line.lot().status().name().toLowerCase(java.util.Locale.ROOT),
                String.join(
                        " ",
                        line.lot().holds().stream().map(h -> h.code().code()).toList()),
                passport.expiry() == null ? "" : passport.expiry().toString(),
                passport.retest() == null ? "" : passport.retest().toString());
    }
}
