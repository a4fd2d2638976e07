package stemma.warehouse.web;

import stemma.warehouse.CountCard;
import stemma.warehouse.CountDocument;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A count as programs read it. */
final class CountJson {
    private CountJson() {}

    static Map<String, Object> brief(CountDocument count) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", count.code().code());
        json.put("site", count.site().code());
        json.put("place", count.place().text());
        json.put("sight", count.sight().name().toLowerCase(Locale.ROOT));
        json.put("due", count.due().toString());
        json.put("state", count.state().name().toLowerCase(Locale.ROOT));
        json.put("openedBy", count.openedBy().code());
        json.put("openedAt", count.openedAt().toString());
        if (count.endedBy() != null) json.put("endedBy", count.endedBy().code());
        if (count.endedAt() != null) json.put("endedAt", count.endedAt().toString());
        return json;
    }

    /** Of a blind count that is under way it does not say what the books have. */
    static Map<String, Object> whole(CountCard card) {
        Map<String, Object> json = brief(card.document());
        boolean tells = card.document().sight() == CountDocument.Sight.OPEN
                || !card.document().isOpen();
        json.put(
                "lines",
                card.lines().stream()
                        .filter(line -> tells || line.counted() != null)
                        .map(line -> line(line, tells))
                        .toList());
        return json;
    }

    private static Map<String, Object> line(CountCard.Difference line, boolean tells) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("item", line.lot().item().code());
        json.put("lot", line.portion().toString());
        json.put("number", line.lot().number());
        if (line.counted() != null) {
            json.put("found", line.found().toString());
            if (line.counted().weight() != null)
                json.put("weight", line.counted().weight().toString());
            json.put("by", line.counted().by().code());
            json.put("at", line.counted().at().toString());
        }
        if (!tells) return json;
        json.put("expected", line.expected().toString());
        if (line.counted() != null) json.put("difference", line.difference().toString());
        if (line.elsewhere() != null) json.put("bookedAt", line.elsewhere().text());
        return json;
    }
}
