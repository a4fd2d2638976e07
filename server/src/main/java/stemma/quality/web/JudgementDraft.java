package stemma.quality.web;

import stemma.identifiers.EventId;
import stemma.intake.Slip;
import stemma.ledger.Circumstances;
import stemma.ledger.Claim;
import stemma.ledger.Event;
import stemma.ledger.EventJson;
import stemma.ledger.Evidence;
import stemma.ledger.Occurrence;
import stemma.ledger.Status;
import stemma.ledger.TimeSource;
import stemma.quality.InspectionCard;
import stemma.quality.NextRetest;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Makes of the form of a judgement what every door takes, with the retest dates that follow. */
final class JudgementDraft {
    /** What lets a lot be used; a date by which to test it again is of no use to the others. */
    private static final Set<String> USABLE =
            Set.of(word(Status.RELEASED), word(Status.RESTRICTED));

    private final InspectionCard card;
    private final List<NextRetest> next;
    private final Slip slip;
    private final ZoneId zone;

    JudgementDraft(InspectionCard card, List<NextRetest> next, Slip slip, ZoneId zone) {
        this.card = card;
        this.next = next;
        this.slip = slip;
        this.zone = zone;
    }

    ObjectNode signed(String password) {
        ObjectNode judged = judged(password);
        if (next.isEmpty() || !USABLE.contains(slip.word("status"))) return judged;
        judged.remove("sign");
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        ArrayNode events = whole.putArray("events").add(judged);
        for (NextRetest one : next) events.add(dated(judged, one, events.size()));
        if (!password.isEmpty()) sign(whole, password, "approved");
        return whole;
    }

    private ObjectNode judged(String password) {
        ObjectNode draft = slip.draft("judged", zone, password);
        draft.put("site", card.inspection().site().code());
        draft.put("status", slip.word("status"));
        ArrayNode judged = draft.putArray("lots");
        card.inspection().lots().forEach(lot -> judged.add(lot.toString()));
        draft.putArray("inspections")
                .addObject()
                .put("inspection", card.inspection().id().toString())
                .put("item", card.specification().item().code())
                .put("revision", card.specification().revision())
                .put("conclusion", slip.word("conclusion"))
                .put("results", slip.word("shown"));
        if (!slip.has("reason") && slip.has("reason_text"))
            draft.putObject("reason").put("code", "judged").put("text", slip.word("reason_text"));
        if (!password.isEmpty()) sign(draft, password, meaning(slip.word("status")));
        return draft;
    }

    private ObjectNode dated(ObjectNode judged, NextRetest date, int number) {
        EventId id = slip.event().beside("retest " + number);
        Event event = new Event.PassportChanged(
                Circumstances.of(
                        id,
                        Claim.INTENT,
                        Occurrence.at(Instant.EPOCH, TimeSource.SERVER, ZoneOffset.UTC),
                        card.inspection().site(),
                        Evidence.KEYED),
                date.lot().span(),
                date.passport());
        ObjectNode draft = EventJson.write(event);
        // When it happened is that of the judgement, or is filled in at the door.
        draft.remove(List.of("occurredAt", "measured", "violations"));
        if (judged.has("occurredAt")) draft.set("occurredAt", judged.get("occurredAt"));
        draft.set("claim", judged.get("claim"));
        draft.putObject("reason").put("code", "tested").put("text", "");
        return draft;
    }

    private void sign(ObjectNode draft, String password, String meaning) {
        draft.putObject("sign")
                .put("signer", slip.word("signer"))
                .put("password", password)
                .put("meaning", meaning);
    }

    private static String meaning(String status) {
        return status.equals(word(Status.QUARANTINED)) ? "reviewed" : status;
    }

    private static String word(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
