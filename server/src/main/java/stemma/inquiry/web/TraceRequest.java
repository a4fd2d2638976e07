package stemma.inquiry.web;

import stemma.genealogy.Direction;
import stemma.journal.CanonicalJson;
import stemma.shell.Problem;
import stemma.shell.Refused;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a program asks of a trace: from which roots, in which direction, as known when, and with
 * rows, links, outline or shares. Read as strictly as an event; a field that is not one is named.
 */
record TraceRequest(List<Root> roots, List<Direction> directions, String knownAt, String detail) {
    private static final Set<String> FIELDS = Set.of("roots", "direction", "knownAt", "detail");
    private static final Set<String> ROOT_FIELDS = Set.of("lot", "item", "id");
    private static final Set<String> DETAILS = Set.of("rows", "links", "outline", "shares");

    /**
     * A root: a lot number, with its item or without, or an id, or a root of any kind as a text;
     * empty where it is not named.
     */
    record Root(String lot, String item, String id, String text) {}

    static TraceRequest read(byte[] body) {
        JsonNode sent = CanonicalJson.read(body);
        if (!sent.isObject()) throw refused("field_invalid", "", "A question is a JSON object.");
        only(sent, FIELDS, "");
        JsonNode all = sent.path("roots");
        if (!all.isArray() || all.isEmpty())
            throw refused("roots_missing", "roots", "A trace begins somewhere: name its roots.");
        List<Root> roots = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) roots.add(root(all.get(i), "roots[" + i + "]"));
        String detail = text(sent, "detail", "rows", "");
        if (!DETAILS.contains(detail))
            throw refused("choice_unknown", "detail", "Detail is rows, links, outline or shares.");
        return new TraceRequest(
                roots,
                directions(text(sent, "direction", "forward", "")),
                text(sent, "knownAt", "", ""),
                detail);
    }

    private static Root root(JsonNode sent, String at) {
        if (sent.isString()) return new Root("", "", "", sent.stringValue());
        if (!sent.isObject())
            throw refused("field_invalid", at, "A root is a text or a JSON object.");
        only(sent, ROOT_FIELDS, at + ".");
        return new Root(
                text(sent, "lot", "", at + "."),
                text(sent, "item", "", at + "."),
                text(sent, "id", "", at + "."),
                "");
    }

    private static String text(JsonNode sent, String name, String absent, String at) {
        JsonNode value = sent.get(name);
        if (value == null) return absent;
        if (value.isString()) return value.stringValue();
        throw refused("field_invalid", at + name, at + name + " must be text.");
    }

    private static void only(JsonNode sent, Set<String> fields, String at) {
        for (String name : sent.propertyNames()) {
            if (!fields.contains(name))
                throw refused("field_unknown", at + name, "\"" + name + "\" is not a field here.");
        }
    }

    private static List<Direction> directions(String text) {
        return switch (text) {
            case "forward" -> List.of(Direction.FORWARD);
            case "backward" -> List.of(Direction.BACKWARD);
            case "both" -> List.of(Direction.FORWARD, Direction.BACKWARD);
            default ->
                throw refused(
                        "direction_invalid",
                        "direction",
                        "A trace goes forward, backward or both.");
        };
    }

    static Refused refused(String code, String element, String sentence) {
        return new Refused(Problem.of(code, 422, sentence)
                .notRecording("")
                .advising("Ask again.")
                .with("element", element));
    }
}
