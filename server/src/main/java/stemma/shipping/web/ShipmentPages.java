package stemma.shipping.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import stemma.documents.DocumentAsked;
import stemma.documents.DocumentQuery;
import stemma.identifiers.OrderCode;
import stemma.shipping.Shipping;

import java.time.ZoneId;

/** The list of shipments, the page of each, and the page of a sales order. */
@Controller
class ShipmentPages {
    private final Shipping shipping;
    private final ZoneId zone;

    ShipmentPages(Shipping shipping, ZoneId zone) {
        this.shipping = shipping;
        this.zone = zone;
    }

    @GetMapping("/shipments")
    String list(DocumentAsked asked, Model model) {
        if (asked.code() != null) return one(asked.code(), model);
        DocumentQuery query = asked.query(zone);
        model.addAttribute("asked", asked);
        model.addAttribute("query", query);
        model.addAttribute("page", shipping.shipments(query));
        return "shipping/shipments";
    }

    @GetMapping("/shipments/{code}")
    String one(@PathVariable String code, Model model) {
        model.addAttribute("code", code);
        model.addAttribute("shipments", shipping.shipment(code));
        return "shipping/shipment";
    }

    @GetMapping("/sales-orders/{code}")
    String order(@PathVariable String code, Model model) {
        model.addAttribute("order", shipping.salesOrder(new OrderCode(code)));
        return "shipping/order";
    }

    /** A code that no path can carry comes as a parameter. */
    @GetMapping("/sales-orders")
    String orderAsked(@RequestParam String code, Model model) {
        return order(code, model);
    }
}
