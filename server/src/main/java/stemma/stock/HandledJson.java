package stemma.stock;

import stemma.quantity.Quantity;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A line of a document and its lot as programs read them. */
public final class HandledJson {
    private HandledJson() {}

    public static Map<String, Object> of(Handled line) {
        Map<String, Object> json = of(line.lot());
        json.put("units", line.movement().lot().toString());
        json.put("quantity", line.quantity().toString());
        Quantity catchWeight = line.movement().catchWeight();
        if (catchWeight != null) json.put("catchWeight", catchWeight.toString());
        json.put("from", line.movement().from().text());
        json.put("to", line.movement().to().text());
        json.put("evidence", line.evidence());
        json.put("event", line.recorded().event().id().toString());
        return json;
    }

    public static Map<String, Object> of(LotNow lot) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("lot", lot.lot().id().toString());
        json.put("number", lot.number());
        json.put("item", lot.lot().item().code());
        json.put("itemName", lot.itemName());
        json.put("othersNumbers", lot.othersNumbers());
        json.put("dates", lot.dates());
        json.put("status", lot.status().name().toLowerCase(Locale.ROOT));
        json.put("holds", lot.holds().stream().map(hold -> hold.code().code()).toList());
        json.put("expired", lot.isExpired());
        return json;
    }
}
