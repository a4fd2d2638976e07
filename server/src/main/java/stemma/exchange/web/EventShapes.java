package stemma.exchange.web;

import com.fasterxml.jackson.annotation.JsonCreator;

import org.jspecify.annotations.Nullable;

import stemma.ledger.Circumstances;
import stemma.ledger.Event;
import stemma.ledger.Reach;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The JSON Schema of every kind of event, read off the records that events are: what is stored, and
 * what a client may leave out or put in a shorter way.
 */
final class EventShapes {
    private static final Set<String> SERVERS =
            Set.of("signature", "follows", "violations", "measured");
    private static final Set<String> LEFT_OUT = Set.of(
            "claim",
            "evidence",
            "site",
            "occurredAt",
            "ordinal",
            "units",
            "descent",
            "kind",
            "basis");
    private static final Set<String> SHORT = Set.of("occurredAt", "run");
    private final ObjectNode schemas;

    private EventShapes(ObjectNode schemas) {
        this.schemas = schemas;
    }

    /** Adds a schema for each kind of event and each value in one, and {@code Event} for any. */
    static void addTo(ObjectNode schemas) {
        EventShapes shapes = new EventShapes(schemas);
        ArrayNode any = schemas.putObject("Event").putArray("oneOf");
        for (Class<?> kind : Event.class.getPermittedSubclasses()) {
            if (!kind.isRecord()) continue;
            String name = snake(kind.getSimpleName());
            any.add(reference(name));
            ObjectNode shape = shapes.shape(Stream.concat(
                            Stream.of(Circumstances.class.getRecordComponents()),
                            Stream.of(kind.getRecordComponents())
                                    .filter(c -> c.getType() != Circumstances.class))
                    .toList());
            ((ObjectNode) shape.get("properties")).putObject("event").put("const", name);
            ((ArrayNode) shape.get("required")).insert(0, "event");
            schemas.set(name, shape);
        }
    }

    private ObjectNode shape(List<RecordComponent> components) {
        ObjectNode shape = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode properties = shape.putObject("properties");
        ArrayNode required = shape.putArray("required");
        for (RecordComponent component : components) {
            String name = component.getName();
            properties.set(name, property(name, component.getGenericType()));
            boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                    || component.getGenericType() instanceof ParameterizedType
                    || LEFT_OUT.contains(name);
            if (!optional) required.add(name);
        }
        shape.put("additionalProperties", false);
        return shape;
    }

    private ObjectNode property(String name, Type type) {
        ObjectNode schema = schema(type);
        if (SHORT.contains(name)) {
            ObjectNode either = JsonNodeFactory.instance.objectNode();
            either.putArray("anyOf").add(schema).addObject().put("type", "string");
            return either;
        }
        if (SERVERS.contains(name)) {
            ObjectNode ours = JsonNodeFactory.instance.objectNode().put("readOnly", true);
            ours.putArray("allOf").add(schema);
            return ours;
        }
        return schema;
    }

    private ObjectNode schema(Type type) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        if (type instanceof ParameterizedType list) {
            schema.put("type", "array").set("items", schema(list.getActualTypeArguments()[0]));
            return schema;
        }
        Class<?> plain = (Class<?>) type;
        if (plain == Event.class) return reference("Event");
        if (plain == Reach.class) return reach();
        if (plain == int.class) return schema.put("type", "integer");
        if (plain == Instant.class) return schema.put("type", "string").put("format", "date-time");
        boolean isText = Arrays.stream(plain.getDeclaredMethods())
                .anyMatch(method -> method.isAnnotationPresent(JsonCreator.class));
        if (plain.isEnum() && !isText) {
            ArrayNode choices = schema.put("type", "string").putArray("enum");
            for (Object choice : plain.getEnumConstants())
                choices.add(((Enum<?>) choice).name().toLowerCase(Locale.ROOT));
            return schema;
        }
        if (!plain.isRecord() || isText) return schema.put("type", "string");
        if (!schemas.has(plain.getSimpleName())) {
            schemas.putObject(plain.getSimpleName());
            schemas.set(plain.getSimpleName(), shape(List.of(plain.getRecordComponents())));
        }
        return reference(plain.getSimpleName());
    }

    private ObjectNode reach() {
        if (!schemas.has("Reach")) {
            ArrayNode kinds = schemas.putObject("Reach").putArray("oneOf");
            for (Class<?> kind : Reach.class.getPermittedSubclasses()) {
                ObjectNode shape = shape(List.of(kind.getRecordComponents()));
                ((ObjectNode) shape.get("properties"))
                        .putObject("reach")
                        .put("const", snake(kind.getSimpleName()));
                ((ArrayNode) shape.get("required")).insert(0, "reach");
                kinds.add(shape);
            }
        }
        return reference("Reach");
    }

    private static ObjectNode reference(String name) {
        return JsonNodeFactory.instance.objectNode().put("$ref", "#/components/schemas/" + name);
    }

    private static String snake(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
