package stemma.receiving.web;

import stemma.ledger.EnteredJson;
import stemma.quantity.Quantity;
import stemma.receiving.Receipt;
import stemma.stock.Handled;
import stemma.stock.HandledJson;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A document of receiving as programs read it. */
final class ReceiptJson {
    private ReceiptJson() {}

    static Map<String, Object> brief(Receipt receipt) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", receipt.code());
        json.put("kind", receipt.kind().name().toLowerCase(Locale.ROOT));
        json.put("supplier", receipt.supplier());
        json.put("supplierName", receipt.supplierName());
        json.put("orders", receipt.orders().stream().map(Object::toString).toList());
        json.put("site", receipt.site().code());
        json.put("at", receipt.at().toString());
        json.put("lots", Handled.lots(receipt.lines()));
        json.put(
                "quantities",
                Handled.sums(receipt.lines()).stream().map(Quantity::toString).toList());
        json.put("corrected", receipt.isCorrected());
        json.put("void", receipt.isVoid());
        return json;
    }

    static Map<String, Object> whole(Receipt receipt) {
        Map<String, Object> json = brief(receipt);
        json.put("lines", receipt.lines().stream().map(HandledJson::of).toList());
        json.put("entries", receipt.entries().stream().map(EnteredJson::of).toList());
        return json;
    }
}
