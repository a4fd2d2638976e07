package stemma.audit;

import org.jspecify.annotations.Nullable;

import stemma.journal.CanonicalJson;
import stemma.journal.Entry;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The bytes of an audit entry, written and read in one place. */
final class AuditBody {
    static final String REFUSED = "refused";

    private AuditBody() {}

    static byte[] changed(
            String action,
            String subject,
            @Nullable JsonNode before,
            @Nullable JsonNode after,
            @Nullable String reason) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("action", action).put("subject", subject);
        if (before != null) body.set("before", before);
        if (after != null) body.set("after", after);
        if (reason != null) body.put("reason", reason);
        return CanonicalJson.bytes(body);
    }

    static byte[] refused(String subject, String code, JsonNode attempt) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("action", REFUSED).put("subject", subject).put("code", code);
        body.set("attempt", attempt);
        return CanonicalJson.bytes(body);
    }

    static AuditEntry read(Entry entry) {
        JsonNode body = CanonicalJson.read(entry.body());
        String action = body.path("action").stringValue();
        String subject = body.path("subject").stringValue();
        if (action.equals(REFUSED))
            return new AuditEntry.Refused(
                    entry.seq(),
                    entry.recordedAt(),
                    entry.author(),
                    subject,
                    body.path("code").stringValue(),
                    body.path("attempt"));
        JsonNode reason = body.get("reason");
        return new AuditEntry.Changed(
                entry.seq(),
                entry.recordedAt(),
                entry.author(),
                action,
                subject,
                body.get("before"),
                body.get("after"),
                reason == null ? null : reason.stringValue());
    }
}
