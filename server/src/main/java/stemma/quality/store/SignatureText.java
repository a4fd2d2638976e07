package stemma.quality.store;

import stemma.identifiers.ActorId;
import stemma.quality.Correction;
import stemma.signatures.Signature;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;

/** How signatures stand in the tables of the room. */
final class SignatureText {
    private static final JsonMapper JSON = new JsonMapper();

    private SignatureText() {}

    static String of(Signature by) {
        return json(by).toString();
    }

    static Signature read(String text) {
        return read(JSON.readTree(text));
    }

    static String of(Correction correction) {
        return json(correction.signature()).put("why", correction.why().word()).toString();
    }

    static Correction correction(String text) {
        JsonNode read = JSON.readTree(text);
        return new Correction(Correction.Why.of(read.path("why").asString()), read(read));
    }

    private static ObjectNode json(Signature by) {
        return JSON.createObjectNode()
                .put("signer", by.signer().code())
                .put("name", by.name())
                .put("meaning", by.meaning())
                .put("at", by.at().toString())
                .put("digest", by.digest());
    }

    private static Signature read(JsonNode read) {
        return new Signature(
                new ActorId(read.path("signer").asString()),
                read.path("name").asString(),
                read.path("meaning").asString(),
                Instant.parse(read.path("at").asString()),
                read.path("digest").asString());
    }
}
