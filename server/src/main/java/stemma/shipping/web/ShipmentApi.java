package stemma.shipping.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import stemma.access.Caller;
import stemma.access.Permission;
import stemma.catalog.Catalog;
import stemma.documents.DocumentAsked;
import stemma.identifiers.OrderCode;
import stemma.shipping.Consignment;
import stemma.shipping.Sales;
import stemma.shipping.ShipmentPapers;
import stemma.shipping.Shipping;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The shipments and sales orders for programs: the same as on the pages. */
@RestController
class ShipmentApi {
    private final Shipping shipping;
    private final Sales sales;
    private final Catalog catalog;
    private final ShipmentPapers papers;
    private final ZoneId zone;

    ShipmentApi(
            Shipping shipping, Sales sales, Catalog catalog, ShipmentPapers papers, ZoneId zone) {
        this.papers = papers;
        this.shipping = shipping;
        this.sales = sales;
        this.catalog = catalog;
        this.zone = zone;
    }

    @GetMapping("/api/v1/shipments")
    Map<String, Object> list(Caller caller, DocumentAsked asked) {
        if (asked.code() != null) return one(asked.code());
        var page = shipping.shipments(asked.query(zone).within(caller));
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
        List<Consignment> shipments = shipping.shipment(code);
        List<ShipmentPapers.Of> of = papers.of(shipments);
        List<Map<String, Object>> json = new ArrayList<>();
        for (int i = 0; i < shipments.size(); i++)
            json.add(ShipmentJson.whole(shipments.get(i), of.get(i)));
        return Map.of("shipments", json);
    }

    /** What the record shows for an order, whether it is defined or only named in events. */
    @GetMapping("/api/v1/progress/sales-orders")
    Map<String, Object> order(Caller caller, @RequestParam String code) {
        OrderCode order = new OrderCode(code);
        boolean defined = !catalog.salesOrders(List.of(order)).isEmpty();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("order", order.code());
        if (defined) json.putAll(OrderJson.of(sales.order(order).seenBy(caller)));
        List<Consignment> shipments = defined
                ? shipping.shipmentsFor(order)
                : shipping.salesOrder(order).shipments();
        json.put(
                "shipments",
                shipments.stream()
                        .filter(one -> caller.may(Permission.SEE_RECORD, one.site()))
                        .map(ShipmentJson::brief)
                        .toList());
        return json;
    }
}
