package stemma.ledger;

import static java.util.Comparator.comparingInt;

import stemma.journal.CanonicalJson;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one reading and writing of events: an object whose {@code event} names the kind, with its
 * circumstances and its own matter side by side. Absent means none; a null, an unknown field or a
 * missing one is refused by its path.
 */
public final class EventJson {
    private static final Map<String, Class<?>> KINDS = Stream.of(
                    Event.class.getPermittedSubclasses())
            .filter(Class::isRecord)
            .collect(Collectors.toMap(k -> kind(k), k -> k, (a, b) -> a, LinkedHashMap::new));
    private static final Map<Class<?>, String> NAMES = KINDS.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    private static final JsonCoding CODING = new JsonCoding();

    private EventJson() {}

    /** Returns the names of all kinds of event, in the order of the trade. */
    public static List<String> kinds() {
        return List.copyOf(KINDS.keySet());
    }

    /** Returns the name of an event's kind, such as {@code returned_to_supplier}. */
    public static String kind(Event event) {
        return Objects.requireNonNull(NAMES.get(event.getClass()));
    }

    /** Returns the canonical bytes of an event, final once stored (RFC 8785). */
    public static byte[] bytes(Event event) {
        return CanonicalJson.bytes(write(event));
    }

    /** Returns the event that the bytes say, as {@link #read(JsonNode)} does. */
    public static Event read(byte[] bytes) {
        return read(CanonicalJson.read(bytes));
    }

    /**
     * Returns the event that the tree says, or throws {@link MalformedEvent} with code and element.
     */
    public static Event read(JsonNode tree) {
        return read(tree, "");
    }

    /** Returns the event as a tree. */
    public static ObjectNode write(Event event) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put("event", kind(event));
        ObjectNode own = CODING.writeRecord(event);
        tree.setAll((ObjectNode) own.remove("circumstances"));
        tree.setAll(own);
        return tree;
    }

    static Event read(JsonNode tree, String path) {
        if (!(tree instanceof ObjectNode object)) {
            throw new MalformedEvent("event_invalid", path, "an event is a JSON object");
        }
        String name = object.path("event").asString("");
        Class<?> type = KINDS.get(name);
        if (type == null) {
            throw new MalformedEvent(
                    "event_unknown",
                    JsonCoding.at(path, "event"),
                    "\"" + name + "\" is not a kind of event");
        }
        ObjectNode own = JsonNodeFactory.instance.objectNode();
        ObjectNode circumstances = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(field -> {
            if (field.getKey().equals("event")) return;
            boolean shared = CODING.hasField(Circumstances.class, field.getKey());
            (shared ? circumstances : own).set(field.getKey(), field.getValue());
        });
        Object head = CODING.readRecord(Circumstances.class, circumstances, path);
        Event event = (Event) CODING.readRecord(type, own, path, Map.of("circumstances", head));
        tellApart(Facts.births(event), path);
        return event;
    }

    private static void tellApart(List<Birth> births, String path) {
        long next = 0;
        for (Birth birth : births.stream().sorted(comparingInt(Birth::ordinal)).toList()) {
            if (birth.ordinal() < next) {
                throw new MalformedEvent(
                        "ordinal_invalid",
                        JsonCoding.at(path, "ordinal"),
                        "two lots of one event have the ordinal " + birth.ordinal());
            }
            next = (long) birth.ordinal() + birth.units();
        }
    }

    private static String kind(Class<?> type) {
        return JsonCoding.snake(type.getSimpleName()).toLowerCase(Locale.ROOT);
    }
}
