package stemma.production.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import stemma.documents.DocumentAsked;
import stemma.documents.DocumentQuery;
import stemma.identifiers.OrderCode;
import stemma.production.Production;
import stemma.production.WorkOrders;

import java.time.ZoneId;

/** The list of runs, the page of each, and the page of a work order. */
@Controller
class RunPages {
    private final Production production;
    private final WorkOrders orders;
    private final ZoneId zone;

    RunPages(Production production, WorkOrders orders, ZoneId zone) {
        this.production = production;
        this.orders = orders;
        this.zone = zone;
    }

    @GetMapping("/runs")
    String list(DocumentAsked asked, Model model) {
        if (asked.code() != null) return one(asked.code(), model);
        DocumentQuery query = asked.query(zone);
        model.addAttribute("asked", asked);
        model.addAttribute("query", query);
        model.addAttribute("page", production.runs(query));
        return "production/runs";
    }

    @GetMapping("/runs/{code}")
    String one(@PathVariable String code, Model model) {
        model.addAttribute("code", code);
        model.addAttribute("runs", production.run(code));
        return "production/run";
    }

    @GetMapping("/work-orders/{code}")
    String order(@PathVariable String code, Model model) {
        model.addAttribute("order", orders.card(new OrderCode(code)));
        return "production/order";
    }

    /** A code that no path can carry comes as a parameter. */
    @GetMapping("/work-orders")
    String orderAsked(@RequestParam String code, Model model) {
        return order(code, model);
    }
}
