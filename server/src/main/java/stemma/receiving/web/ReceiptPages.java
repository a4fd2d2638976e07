package stemma.receiving.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import stemma.access.Caller;
import stemma.documents.DocumentAsked;
import stemma.documents.DocumentQuery;
import stemma.identifiers.OrderCode;
import stemma.receiving.Receiving;

import java.time.ZoneId;

/** The list of receipts, the page of each, and the page of a purchase order. */
@Controller
class ReceiptPages {
    private final Receiving receiving;
    private final ZoneId zone;
    private final Today today;

    ReceiptPages(Receiving receiving, ZoneId zone, Today today) {
        this.receiving = receiving;
        this.zone = zone;
        this.today = today;
    }

    @GetMapping("/receipts")
    String list(Caller caller, DocumentAsked asked, Model model) {
        if (asked.code() != null) return one(asked.code(), model);
        DocumentQuery query = asked.query(zone).within(caller);
        model.addAttribute("asked", asked);
        model.addAttribute("query", query);
        model.addAttribute("page", receiving.receipts(query));
        return "receiving/receipts";
    }

    @GetMapping("/receipts/{code}")
    String one(@PathVariable String code, Model model) {
        model.addAttribute("code", code);
        model.addAttribute("receipts", receiving.receipt(code));
        return "receiving/receipt";
    }

    @GetMapping("/purchase-orders/{code}")
    String order(@PathVariable String code, Model model) {
        model.addAttribute("order", receiving.purchaseOrder(new OrderCode(code), today.at()));
        return "receiving/order";
    }

    /** A code that no path can carry comes as a parameter. */
    @GetMapping("/purchase-orders")
    String orderAsked(@RequestParam String code, Model model) {
        return order(code, model);
    }
}
