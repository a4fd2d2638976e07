package stemma.catalog;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Collection;
import java.util.List;

/** Masters as JSON: the one shape that the wire, the audit trail and the tables' rows share. */
public final class MasterJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private MasterJson() {}

    public static JsonNode of(Master master) {
        return MAPPER.valueToTree(master);
    }

    /** Returns the alternates of a recipe line as its row keeps them. */
    public static List<Alternate> alternates(String json) {
        return List.of(MAPPER.readValue(json, Alternate[].class));
    }

    /** Returns the rows that a table of masters is written from: key, keys it rests on, content. */
    static String rows(Collection<? extends Master> masters) {
        ArrayNode rows = MAPPER.createArrayNode();
        for (Master master : masters) {
            ObjectNode row = rows.addObject();
            row.put("normal", master.key().normal());
            ArrayNode parents = row.putArray("parents");
            master.restsOn().forEach(parent -> parents.add(parent.normal()));
            row.set("body", of(master));
            if (master instanceof Conversion conversion) {
                row.put("numerator", conversion.factor().numerator());
                row.put("denominator", conversion.factor().denominator());
            }
        }
        return MAPPER.writeValueAsString(rows);
    }
}
