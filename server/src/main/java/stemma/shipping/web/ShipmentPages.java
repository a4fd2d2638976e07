package stemma.shipping.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import stemma.access.Caller;
import stemma.documents.DocumentAsked;
import stemma.documents.DocumentQuery;
import stemma.shipping.Consignment;
import stemma.shipping.ShipmentPapers;
import stemma.shipping.Shipping;

import java.time.ZoneId;
import java.util.List;

/** The list of shipments, and the page of each. */
@Controller
class ShipmentPages {
    private final Shipping shipping;
    private final ShipmentPapers papers;
    private final ZoneId zone;

    ShipmentPages(Shipping shipping, ShipmentPapers papers, ZoneId zone) {
        this.shipping = shipping;
        this.papers = papers;
        this.zone = zone;
    }

    @GetMapping("/shipments")
    String list(Caller caller, DocumentAsked asked, Model model) {
        if (asked.code() != null) return one(asked.code(), model);
        DocumentQuery query = asked.query(zone).within(caller);
        model.addAttribute("asked", asked);
        model.addAttribute("query", query);
        model.addAttribute("page", shipping.shipments(query));
        return "shipping/shipments";
    }

    @GetMapping("/shipments/{code}")
    String one(@PathVariable String code, Model model) {
        model.addAttribute("code", code);
        List<Consignment> shipments = shipping.shipment(code);
        model.addAttribute("shipments", shipments);
        model.addAttribute("papers", papers.of(shipments));
        return "shipping/shipment";
    }
}
