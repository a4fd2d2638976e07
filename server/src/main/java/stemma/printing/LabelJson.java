package stemma.printing;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** What a label said, as it is kept in the record of prints. */
final class LabelJson {
    private LabelJson() {}

    static ObjectNode of(Label label) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("heading", label.heading());
        json.put("number", label.number());
        if (!label.check().isEmpty()) json.put("check", label.check());
        if (!label.warning().isEmpty()) json.put("warning", label.warning());
        facts(json.putArray("parties"), label.parties());
        facts(json.putArray("facts"), label.facts());
        ArrayNode codes = json.putArray("codes");
        for (Barcode code : label.codes())
            codes.addObject()
                    .put("symbol", code.symbol().name().toLowerCase(java.util.Locale.ROOT))
                    .put("carries", code.content().text());
        return json;
    }

    private static void facts(ArrayNode array, List<Fact> facts) {
        for (Fact fact : facts)
            array.addObject().put("name", fact.name()).put("value", fact.value());
    }
}
