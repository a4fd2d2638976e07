package stemma.audit;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.EventIds;
import stemma.journal.Author;
import stemma.journal.CanonicalJson;
import stemma.journal.Draft;
import stemma.journal.EntryKind;
import stemma.journal.Journal;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/** Writes the audit trail into the journal, in the caller's transaction. */
public final class Audit {
    private final Journal journal;
    private final EventIds ids;

    public Audit(Journal journal, EventIds ids) {
        this.journal = journal;
        this.ids = ids;
    }

    /** Records a change: the action, its subject, what stood before and after, and why. */
    public void record(
            Author author,
            String action,
            String subject,
            @Nullable JsonNode before,
            @Nullable JsonNode after,
            @Nullable String reason) {
        ObjectNode body = body(action, subject);
        if (before != null) body.set("before", before);
        if (after != null) body.set("after", after);
        if (reason != null) body.put("reason", reason);
        write(author, body);
    }

    /** Records an attempt that was refused: what it was about, with which code, and what was sent. */
    public void refused(Author author, String subject, String code, JsonNode attempt) {
        ObjectNode body = body("refused", subject);
        body.put("code", code);
        body.set("attempt", attempt);
        write(author, body);
    }

    private static ObjectNode body(String action, String subject) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("action", action);
        body.put("subject", subject);
        return body;
    }

    private void write(Author author, ObjectNode body) {
        journal.append(List.of(new Draft(
                EntryKind.AUDIT,
                ids.next().uuid(),
                new byte[0],
                author,
                CanonicalJson.bytes(body))));
    }
}
