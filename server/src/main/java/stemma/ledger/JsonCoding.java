package stemma.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.MalformedIdentifier;
import stemma.quantity.MalformedQuantity;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Turns the ledger's values into JSON and back, by the shape of their records. */
final class JsonCoding {
    private final Map<Class<?>, Shape> shapes = new ConcurrentHashMap<>();
    private final Map<Class<?>, Map<String, Object>> choices = new ConcurrentHashMap<>();
    private final Map<Class<?>, Optional<Method>> readers = new ConcurrentHashMap<>();

    private record Field(String name, Type type, Presence presence, Method reader) {}

    private record Shape(List<Field> fields, Set<String> names, Constructor<?> maker) {}

    private enum Presence {
        REQUIRED,
        OPTIONAL
    }

    boolean hasField(Class<?> type, String name) {
        return shape(type).names().contains(name);
    }

    ObjectNode writeRecord(Object value) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        for (Field field : shape(value.getClass()).fields()) {
            Object component = call(field.reader(), value);
            if (component == null || component instanceof List<?> list && list.isEmpty()) continue;
            tree.set(field.name(), write(component));
        }
        return tree;
    }

    JsonNode write(Object value) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (value) {
            case Event event -> EventJson.write(event);
            case Place place -> json.stringNode(place.text());
            case Reach reach -> {
                ObjectNode tree = json.objectNode();
                tree.put("reach", snake(reach.getClass().getSimpleName()));
                yield tree.setAll(writeRecord(reach));
            }
            case List<?> list -> {
                ArrayNode array = json.arrayNode();
                list.forEach(e -> array.add(write(e)));
                yield array;
            }
            case Integer number -> json.numberNode(number.intValue());
            case Enum<?> constant -> json.stringNode(constant.name().toLowerCase(Locale.ROOT));
            case Record rec when textReader(rec.getClass()) == null -> writeRecord(rec);
            default -> json.stringNode(value.toString());
        };
    }

    Object readRecord(Class<?> type, ObjectNode tree, String path) {
        return readRecord(type, tree, path, Map.of());
    }

    Object readRecord(Class<?> type, ObjectNode tree, String path, Map<String, Object> given) {
        Shape shape = shape(type);
        for (String name : tree.propertyNames()) {
            if (!shape.names().contains(name)) {
                throw new MalformedEvent(
                        "field_unknown", at(path, name), "\"" + name + "\" is not a field here");
            }
        }
        @Nullable Object[] values = new @Nullable Object[shape.fields().size()];
        for (int i = 0; i < values.length; i++) {
            Field field = shape.fields().get(i);
            values[i] = given.containsKey(field.name())
                    ? given.get(field.name())
                    : readField(field, tree.get(field.name()), at(path, field.name()));
        }
        return construct(shape.maker(), values, path);
    }

    private @Nullable Object readField(Field field, @Nullable JsonNode value, String path) {
        if (value != null) return read(field.type(), value, path);
        if (field.type() instanceof ParameterizedType many) {
            return many.getRawType() == Map.class ? Map.of() : List.of();
        }
        if (field.presence() == Presence.OPTIONAL) return null;
        throw new MalformedEvent("field_missing", path, path + " is missing");
    }

    private Object read(Type type, JsonNode value, String path) {
        if (type instanceof ParameterizedType map && map.getRawType() == Map.class) {
            return readTexts(value, path);
        }
        if (type instanceof ParameterizedType list) {
            if (!(value instanceof ArrayNode array)) throw wrong(path, "a list");
            List<Object> all = new ArrayList<>(array.size());
            for (int i = 0; i < array.size(); i++) {
                all.add(read(list.getActualTypeArguments()[0], array.get(i), path + "[" + i + "]"));
            }
            return all;
        }
        Class<?> plain = (Class<?>) type;
        if (plain == int.class || plain == Integer.class) {
            if (!value.isIntegralNumber() || !value.canConvertToInt()) {
                throw wrong(path, "a whole number");
            }
            return value.intValue();
        }
        if (plain == Long.class) {
            if (!value.isIntegralNumber() || !value.canConvertToLong()) {
                throw wrong(path, "a whole number");
            }
            return value.longValue();
        }
        if (plain == Event.class) return EventJson.read(value, path);
        if (plain == Reach.class) return readReach(value, path);
        Method reader = textReader(plain);
        if (plain.isRecord() && reader == null) {
            if (!(value instanceof ObjectNode object)) throw wrong(path, "an object");
            return readRecord(plain, object, path);
        }
        if (!value.isString()) throw wrong(path, "text");
        return readText(plain, reader, value.stringValue(), path);
    }

    private static Map<String, String> readTexts(JsonNode value, String path) {
        if (!(value instanceof ObjectNode object)) throw wrong(path, "an object");
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> each : object.properties()) {
            String at = at(path, each.getKey());
            if (!each.getValue().isString()) throw wrong(at, "text");
            texts.put(shown(each.getKey(), path), shown(each.getValue().stringValue(), at));
        }
        return texts;
    }

    Object readReach(JsonNode value, String path) {
        if (!(value instanceof ObjectNode object)) throw wrong(path, "an object");
        ObjectNode rest = object.deepCopy();
        JsonNode name = rest.remove("reach");
        for (Class<?> kind : Reach.class.getPermittedSubclasses()) {
            if (name != null && snake(kind.getSimpleName()).equals(name.asString(""))) {
                return readRecord(kind, rest, path);
            }
        }
        throw new MalformedEvent(
                "reach_unknown",
                at(path, "reach"),
                "a hold names family, sublot, content, standing, yield or touched");
    }

    private Object readText(Class<?> type, @Nullable Method reader, String text, String path) {
        if (type == String.class) return shown(text, path);
        if (type.isEnum()) return constant(type, text, path);
        try {
            if (type == Instant.class) return Instant.parse(text);
            if (type == ZoneId.class) return ZoneId.of(text);
            if (type == LocalDate.class) return day(text, path);
        } catch (DateTimeException invalid) {
            throw new MalformedEvent(
                    "time_invalid",
                    path,
                    "\"" + text + "\" is not a moment with its offset, or not a zone");
        }
        if (reader == null) throw new IllegalStateException("no way to read " + type);
        try {
            return call(reader, null, text);
        } catch (MalformedIdentifier bad) {
            throw new MalformedEvent(bad.code(), path, path + ": " + bad.getMessage());
        } catch (MalformedQuantity bad) {
            throw new MalformedEvent(bad.code(), path, path + ": " + bad.getMessage());
        } catch (MalformedEvent bad) {
            throw new MalformedEvent(bad.code(), path, path + ": " + bad.getMessage());
        }
    }

    private static LocalDate day(String text, String path) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException invalid) {
            throw new MalformedEvent(
                    "day_invalid", path, "\"" + text + "\" is no day, such as 2026-05-01");
        }
    }

    /** Free text may hold whatever a screen shows, with its line breaks. */
    private static String shown(String text, String path) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (!Character.isISOControl(letter) || letter == '\n' || letter == '\t') continue;
            throw new MalformedEvent(
                    "illegal_character",
                    path,
                    String.format(
                            Locale.ROOT,
                            "%s has the character U+%04X at position %d",
                            path,
                            (int) letter,
                            i + 1));
        }
        return text;
    }

    private Object constant(Class<?> type, String text, String path) {
        Object constant = choices.computeIfAbsent(type, JsonCoding::choicesOf).get(text);
        if (constant != null) return constant;
        throw new MalformedEvent(
                "choice_unknown", path, "\"" + text + "\" is not one of the choices for " + path);
    }

    private static Map<String, Object> choicesOf(Class<?> type) {
        Map<String, Object> byWord = new HashMap<>();
        for (Object constant : type.getEnumConstants())
            byWord.put(((Enum<?>) constant).name().toLowerCase(Locale.ROOT), constant);
        return byWord;
    }

    private static Object construct(Constructor<?> maker, @Nullable Object[] values, String path) {
        try {
            return maker.newInstance(values);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof MalformedEvent bad) {
                throw new MalformedEvent(
                        bad.code(), at(path, bad.element()), bad.getMessage() + "");
            }
            if (thrown.getCause() instanceof RuntimeException other) throw other;
            throw new IllegalStateException(thrown);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Shape shape(Class<?> type) {
        return shapes.computeIfAbsent(type, JsonCoding::shapeOf);
    }

    private static Shape shapeOf(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Presence presence = component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                    ? Presence.OPTIONAL
                    : Presence.REQUIRED;
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            names.add(component.getName());
            fields.add(
                    new Field(component.getName(), component.getGenericType(), presence, accessor));
        }
        Constructor<?> maker = type.getDeclaredConstructors()[0];
        maker.setAccessible(true);
        return new Shape(fields, names, maker);
    }

    /** Returns what reads the type from text, or null where it is told member by member. */
    private @Nullable Method textReader(Class<?> type) {
        return readers.computeIfAbsent(type, JsonCoding::readerOf).orElse(null);
    }

    private static Optional<Method> readerOf(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(JsonCreator.class))
                .findFirst();
    }

    private static @Nullable Object call(Method method, @Nullable Object target) {
        try {
            return method.invoke(target);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Object call(Method method, @Nullable Object target, String text) {
        try {
            return method.invoke(target, text);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof RuntimeException cause) throw cause;
            throw new IllegalStateException(thrown);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static MalformedEvent wrong(String path, String expected) {
        return new MalformedEvent("field_invalid", path, path + " must be " + expected);
    }

    static String at(String path, String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    static String snake(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
