package stemma.bench;

import stemma.identifiers.EventIds;
import stemma.journal.CanonicalJson;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;

/** Events as a scanner at the plant tells them over HTTP; one that is refused ends the run. */
final class Drafts {
    private static final int TOGETHER = 200;

    private final OwnServer server;
    private final EventIds ids = new EventIds(InstantSource.system(), new SecureRandom());

    Drafts(OwnServer server) {
        this.server = server;
    }

    ObjectNode draft(String kind) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("event", kind)
                .put("id", ids.next().toString())
                .put("evidence", "scanned")
                .put("site", PlantMasters.SITE.code());
    }

    static ObjectNode passport(ObjectNode birth, String item, String number) {
        return birth.putObject("passport").put("item", item).put("number", number);
    }

    void give(ObjectNode draft) {
        var unused = server.answer(server.post("/api/v1/events", CanonicalJson.bytes(draft)));
    }

    /** Gives many, some hundreds in each request. */
    void give(List<ObjectNode> drafts) {
        for (int at = 0; at < drafts.size(); at += TOGETHER) {
            ObjectNode all = JsonNodeFactory.instance.objectNode();
            ArrayNode submissions = all.putArray("submissions");
            drafts.subList(at, Math.min(drafts.size(), at + TOGETHER)).forEach(submissions::add);
            byte[] body = server.answer(server.post("/api/v1/events", CanonicalJson.bytes(all)));
            for (JsonNode answer : CanonicalJson.read(body).path("answers"))
                if (!answer.path("answer").asString("").equals("appended"))
                    throw new IllegalStateException("the plant is refused: " + answer);
        }
    }
}
