package stemma.shipping.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import stemma.access.Caller;
import stemma.shell.CsvFile;
import stemma.shipping.OrderLineState;
import stemma.shipping.Sales;
import stemma.shipping.ShippingWork;
import stemma.shipping.WorkListing;

import java.io.IOException;
import java.util.List;

/** The work list of shipping, as a page and as a file. */
@Controller
class WorkPages {
    private final WorkListing listing;
    private final Sales sales;

    WorkPages(WorkListing listing, Sales sales) {
        this.listing = listing;
        this.sales = sales;
    }

    @GetMapping("/shipping")
    String work(
            Caller caller,
            ShippingAsked asked,
            @RequestParam(defaultValue = "") String site,
            Model model) {
        model.addAttribute("work", listing.list(asked.query(), sales.site(caller, site)));
        return "shipping/work";
    }

    @GetMapping("/shipping.csv")
    void file(
            Caller caller,
            ShippingAsked asked,
            @RequestParam(defaultValue = "") String site,
            HttpServletResponse response)
            throws IOException {
        ShippingWork work = listing.list(asked.query().whole(), sales.site(caller, site));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"" + CsvFile.named("sales-orders") + "\"");
        try (CsvFile file = CsvFile.to(response.getWriter())) {
            file.row(List.of(
                    "order",
                    "customer",
                    "stage",
                    "line",
                    "item",
                    "due",
                    "ordered",
                    "kept",
                    "in hand",
                    "shipped",
                    "open",
                    "unit",
                    "what blocks the order"));
            for (ShippingWork.Row row : work.rows()) {
                for (OrderLineState line : row.order().lines()) file.row(cells(row, line));
            }
        }
    }

    private static List<String> cells(ShippingWork.Row row, OrderLineState line) {
        return List.of(
                row.order().code(),
                row.order().customerName(),
                row.order().stage().words(),
                Integer.toString(line.number()),
                line.item().code(),
                line.due() == null ? "" : line.due().toString(),
                line.ordered().number(),
                line.kept().number(),
                line.picked().number(),
                line.shipped().number(),
                line.open().number(),
                line.ordered().unit().code(),
                String.join(". ", row.blocked()));
    }
}
