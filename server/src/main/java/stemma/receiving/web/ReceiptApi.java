package stemma.receiving.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import stemma.access.Caller;
import stemma.documents.DocumentAsked;
import stemma.identifiers.OrderCode;
import stemma.receiving.PurchaseOrderProgress;
import stemma.receiving.Receiving;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/** The receipts and purchase orders for programs: the same as on the pages. */
@RestController
class ReceiptApi {
    private final Receiving receiving;
    private final ZoneId zone;
    private final Today today;

    ReceiptApi(Receiving receiving, ZoneId zone, Today today) {
        this.receiving = receiving;
        this.zone = zone;
        this.today = today;
    }

    @GetMapping("/api/v1/receipts")
    Map<String, Object> list(Caller caller, DocumentAsked asked) {
        if (asked.code() != null) return one(asked.code());
        var page = receiving.receipts(asked.query(zone).within(caller));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("total", page.total());
        var next = page.next();
        if (next != null) json.put("next", next.text());
        json.put("receipts", page.rows().stream().map(ReceiptJson::brief).toList());
        return json;
    }

    /** A code may name several: all are told. */
    @GetMapping("/api/v1/receipts/{code}")
    Map<String, Object> one(@PathVariable String code) {
        return Map.of(
                "receipts",
                receiving.receipt(code).stream().map(ReceiptJson::whole).toList());
    }

    /** What the record shows for an order, whether it is defined or only named in events. */
    @GetMapping("/api/v1/progress/purchase-orders")
    Map<String, Object> order(@RequestParam String code) {
        PurchaseOrderProgress order = receiving.purchaseOrder(new OrderCode(code), today.at());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("order", order.code().code());
        json.put("lines", order.ordered().stream().map(ReceiptJson::line).toList());
        json.put("receipts", order.receipts().stream().map(ReceiptJson::brief).toList());
        return json;
    }
}
