package stemma.ledger;

import tools.jackson.databind.JsonNode;

/** What a hold names as text by itself, spelled as within its event. */
public final class ReachJson {
    private static final JsonCoding CODING = new JsonCoding();

    private ReachJson() {}

    public static JsonNode write(Reach reach) {
        return CODING.write(reach);
    }

    public static Reach read(JsonNode tree) {
        return (Reach) CODING.readReach(tree, "reach");
    }
}
