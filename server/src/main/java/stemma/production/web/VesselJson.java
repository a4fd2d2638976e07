package stemma.production.web;

import stemma.production.VesselCard;
import stemma.quantity.Quantity;
import stemma.stock.HandledJson;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A tank or silo as programs read it. */
final class VesselJson {
    private VesselJson() {}

    static Map<String, Object> brief(VesselCard card) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("vessel", card.vessel().code().code());
        json.put("level", texts(card.level()));
        return json;
    }

    /** Of a vessel with many moments only the latest are told, and that is said. */
    static Map<String, Object> whole(VesselCard card) {
        Map<String, Object> json = brief(card);
        json.put("fills", card.fills().stream().map(HandledJson::of).toList());
        json.put("extent", card.extent().name().toLowerCase(Locale.ROOT));
        json.put("moments", card.moments().stream().map(VesselJson::moment).toList());
        return json;
    }

    private static Map<String, Object> moment(VesselCard.Moment moment) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("at", moment.at().toString());
        json.put("what", moment.what().name().toLowerCase(Locale.ROOT));
        json.put("level", texts(moment.level()));
        return json;
    }

    private static List<String> texts(List<Quantity> quantities) {
        return quantities.stream().map(Quantity::toString).toList();
    }
}
