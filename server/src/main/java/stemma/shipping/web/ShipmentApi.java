package stemma.shipping.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import stemma.documents.DocumentAsked;
import stemma.identifiers.OrderCode;
import stemma.shipping.SalesOrderProgress;
import stemma.shipping.Shipping;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/** The shipments and sales orders for programs: the same as on the pages. */
@RestController
class ShipmentApi {
    private final Shipping shipping;
    private final ZoneId zone;

    ShipmentApi(Shipping shipping, ZoneId zone) {
        this.shipping = shipping;
        this.zone = zone;
    }

    @GetMapping("/api/v1/shipments")
    Map<String, Object> list(DocumentAsked asked) {
        if (asked.code() != null) return one(asked.code());
        var page = shipping.shipments(asked.query(zone));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("total", page.total());
        var next = page.next();
        if (next != null) json.put("next", next.text());
        json.put("shipments", page.rows().stream().map(ShipmentJson::brief).toList());
        return json;
    }

    /** A code may name several: all are told. */
    @GetMapping("/api/v1/shipments/{code}")
    Map<String, Object> one(@PathVariable String code) {
        return Map.of(
                "shipments",
                shipping.shipment(code).stream().map(ShipmentJson::whole).toList());
    }

    /** What the record shows for an order, whether it is defined or only named in events. */
    @GetMapping("/api/v1/progress/sales-orders")
    Map<String, Object> order(@RequestParam String code) {
        SalesOrderProgress order = shipping.salesOrder(new OrderCode(code));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("order", order.code().code());
        json.put(
                "shipments", order.shipments().stream().map(ShipmentJson::brief).toList());
        return json;
    }
}
