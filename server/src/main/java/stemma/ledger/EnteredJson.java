package stemma.ledger;

import java.util.LinkedHashMap;
import java.util.Map;

/** An event under a document as programs read it. */
public final class EnteredJson {
    private EnteredJson() {}

    public static Map<String, Object> of(Entered entered) {
        Recorded recorded = entered.recorded();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("event", recorded.event().id().toString());
        json.put("seq", recorded.seq());
        json.put("kind", EventJson.kind(recorded.event()));
        json.put("words", entered.words());
        json.put("occurredAt", entered.occurredAt().toString());
        json.put("recordedAt", recorded.recordedAt().toString());
        json.put("actor", recorded.author().actor().code());
        json.put("evidence", entered.evidence());
        json.put("stands", entered.stands());
        Recorded correction = entered.correction();
        if (correction != null) json.put("correctedBy", correction.event().id().toString());
        json.put("notes", entered.notes());
        return json;
    }
}
