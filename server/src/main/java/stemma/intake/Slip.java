package stemma.intake;

import stemma.identifiers.EventId;
import stemma.identifiers.EventIds;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A form of work as a person filled it in: the id under which it will be recorded once, its words
 * by the names of their fields, and what stood against them. A refused form is shown again with all
 * of it; sent twice, it is still one event.
 */
public record Slip(EventId event, Map<String, List<String>> words, List<Objection> objections) {
    /** Why a fact is told although a rule stood against it; the text says the rest. */
    public static final List<String> REASONS = List.of(
            "late_entry", "on_paper", "offline", "emergency", "agreed_with_quality", "other");

    private static final String EVENT = "event";

    public Slip {
        words = Map.copyOf(words);
        objections = List.copyOf(objections);
    }

    /** Returns an empty form. */
    public static Slip blank(EventIds ids) {
        return new Slip(ids.next(), Map.of(), List.of());
    }

    /** Reads what a form sent; its hidden field {@code event} has the id it was rendered with. */
    public static Slip sent(Map<String, List<String>> fields) {
        Map<String, List<String>> words = new LinkedHashMap<>();
        fields.forEach((name, values) -> {
            if (!name.equals("password") && !name.startsWith("_")) {
                words.put(name, values.stream().map(String::strip).toList());
            }
        });
        List<String> event = words.getOrDefault(EVENT, List.of());
        return new Slip(EventId.sent(event.isEmpty() ? "" : event.getFirst()), words, List.of());
    }

    /** Returns the form with the words given as what a person would find filled in. */
    public Slip with(String field, String... values) {
        Map<String, List<String>> more = new LinkedHashMap<>(words);
        more.put(field, List.of(values));
        return new Slip(event, more, objections);
    }

    /** Returns the same form with what stood against it. */
    public Slip with(Desk.Outcome.Objected objected) {
        return new Slip(event, words, objected.objections());
    }

    /** Returns the first word of a field, empty where it was left out. */
    public String word(String field) {
        List<String> all = words.getOrDefault(field, List.of());
        return all.isEmpty() ? "" : all.getFirst();
    }

    public boolean has(String field) {
        return !word(field).isEmpty();
    }

    /** Returns every word of a field that rows repeat, such as one for each scanned lot. */
    public List<String> all(String field) {
        return words.getOrDefault(field, List.of());
    }

    /** Returns the word in that row of a field that rows repeat, empty where it was left out. */
    public String word(String field, int row) {
        List<String> all = all(field);
        return row < all.size() ? all.get(row) : "";
    }

    /** Returns what was wrong with an element of the draft, for the field that it came from. */
    public String wrong(Predicate<String> element) {
        return objections.stream()
                .filter(objection -> element.test(objection.element()))
                .map(Objection::sentence)
                .findFirst()
                .orElse("");
    }

    public String wrong(String element) {
        return wrong(element::equals);
    }

    /** Says whether the same may be stated as a fact: no objection asks to put the entry right. */
    public boolean mayBeFact() {
        return !objections.isEmpty()
                && objections.stream().noneMatch(o -> o.remedy() == Objection.Remedy.CORRECT);
    }

    /** Says whether stating it as a fact needs a signature. */
    public boolean needsSignature() {
        return objections.stream().anyMatch(o -> o.remedy() == Objection.Remedy.SIGNATURE);
    }

    /**
     * Begins the draft of an event of that kind: its id, what it claims, how it is known (from the
     * field {@code evidence}), when it happened (from {@code when}, by the clock on that wall) and
     * why.
     *
     * @param password what the person signed with, empty for no signature
     */
    public ObjectNode draft(String kind, ZoneId zone, String password) {
        ObjectNode draft = JsonNodeFactory.instance.objectNode();
        draft.put("event", kind);
        draft.put("id", event.toString());
        draft.put("claim", word("claim").equals("report") ? "report" : "intent");
        if (has("site")) draft.put("site", word("site"));
        if (has("when")) draft.put("occurredAt", moment(word("when"), zone));
        draft.put("evidence", word("evidence").equals("scanned") ? "scanned" : "keyed");
        if (has("reason")) {
            draft.putObject("reason").put("code", word("reason")).put("text", word("reason_text"));
        }
        if (!password.isEmpty()) {
            draft.putObject("sign")
                    .put("signer", word("signer"))
                    .put("password", password)
                    .put("meaning", meaning(kind));
        }
        return draft;
    }

    /** Who signs for what is stopped or wrong says that it happened, or that it shall. */
    private String meaning(String kind) {
        if (word("claim").equals("report")) return "reported";
        return switch (kind) {
            case "adjusted" -> word("way").equals("more") ? "approved" : "disposed";
            case "returned_to_supplier", "scrapped", "destroyed" -> "disposed";
            default -> "approved";
        };
    }

    /** What is no moment by the wall's clock goes in as it is, to be objected to. */
    private static String moment(String local, ZoneId zone) {
        try {
            return LocalDateTime.parse(local).atZone(zone).toOffsetDateTime().toString();
        } catch (DateTimeParseException asItIs) {
            return local;
        }
    }
}
