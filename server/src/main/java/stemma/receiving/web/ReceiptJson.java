package stemma.receiving.web;

import stemma.ledger.EnteredJson;
import stemma.quantity.Quantity;
import stemma.receiving.LineProgress;
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

    /** A line of an order as far as it has come. */
    static Map<String, Object> line(LineProgress line) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", line.line().number());
        json.put("item", line.line().item().code());
        json.put("due", line.due() == null ? null : line.due().toString());
        json.put("ordered", line.wanted().amount().toString());
        json.put("least", line.wanted().least().toString());
        json.put("most", line.wanted().most().toString());
        json.put("received", line.received().toString());
        json.put("open", line.open().toString());
        json.put("state", line.state().word());
        json.put("blocked", line.blocked());
        return json;
    }

    static Map<String, Object> whole(Receipt receipt) {
        Map<String, Object> json = brief(receipt);
        json.put("lines", receipt.lines().stream().map(HandledJson::of).toList());
        json.put("entries", receipt.entries().stream().map(EnteredJson::of).toList());
        return json;
    }
}
