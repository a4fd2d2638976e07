package stemma;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Spoils good bodies in one to three places and good addresses in one, by a seed. */
final class Mutations {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> NASTY = List.of(
            "null",
            "true",
            "0",
            "-1",
            "2147483648",
            "9007199254740993",
            "1e400",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"a\\u0000b\"",
            "\"\\u202e\"",
            "\"\\ud800\"",
            "\"%s%n\"",
            "\"../..\"",
            "\"'; drop table x; --\"",
            "\"0 kg\"",
            "\"-5 kg\"",
            "\"1,5 kg\"",
            "\"5 third\"",
            "\"NaN\"",
            "\"1e9 kg\"",
            "\"999999999999999 kg\"",
            "\"0.0000000001 kg\"",
            "\"5 lb\"",
            "\"at:MAIN/NOWHERE\"",
            "\"at:\"",
            "\"unit:x\"",
            "\"scrap\"",
            "\"transit:SH-9\"",
            "\"customer:MillCo\"",
            "\"2026-05-01\"",
            "\"9999-12-31T23:59:59Z\"",
            "\"-999999999-01-01T00:00:00Z\"",
            "\"C-7741\"",
            "\"carrot:C-7741\"",
            "\"nobody:X\"",
            "\"01952f3c-0000-7000-8000-000000000001\"",
            "\"01952f3c-0000-7000-8000-000000000001/0\"",
            "\"01952f3c-0000-7000-8000-000000000001/0..2000000000\"",
            "\"01952f3c-0000-7000-8000-000000000001/999999999\"",
            "[]",
            "{}",
            "[[]]",
            "[{}]",
            "{\"id\":\"x\"}",
            "[\"C-7741\"]",
            "\"report\"",
            "\"intent\"",
            "\"lot\"",
            "\"serial\"",
            "\"\\ud83e\\udd55\"",
            "\"" + "x".repeat(100) + "\"",
            "\"" + "9".repeat(5_000) + "\"");
    private final RandomGenerator random;

    Mutations(RandomGenerator random) {
        this.random = random;
    }

    String spoil(JsonNode good) {
        JsonNode body = good.deepCopy();
        for (int i = random.nextInt(3); i >= 0; i--) change(body);
        String text = body.toString();
        return random.nextInt(10) == 0 ? torn(text) : text;
    }

    /** Puts something else for one part of the path, or for one value of the question. */
    String spoilAddress(String address) {
        String nasty = JSON.readTree(ordinary()).asString("x");
        String written = URLEncoder.encode(nasty, StandardCharsets.UTF_8).replace("+", "%20");
        List<String> parts = new ArrayList<>(List.of(address.split("(?<=[/=&?])|(?=[/=&?])")));
        List<Integer> words = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) if (!"/=&?".contains(parts.get(i))) words.add(i);
        // The first two are /api/v1: anything else is no address of the API.
        int at = words.get(random.nextInt(2, words.size()));
        parts.set(at, random.nextInt(4) == 0 ? "" : written);
        return String.join("", parts);
    }

    private void change(JsonNode body) {
        List<JsonNode> holders = new ArrayList<>();
        gather(body, holders);
        JsonNode holder = holders.get(random.nextInt(holders.size()));
        if (holder instanceof ObjectNode object) change(object);
        if (holder instanceof ArrayNode list) change(list);
    }

    private void change(ArrayNode list) {
        if (list.isEmpty()) {
            list.add(nasty());
            return;
        }
        int at = random.nextInt(list.size());
        switch (random.nextInt(3)) {
            case 0 -> list.remove(at);
            case 1 -> list.add(list.get(at).deepCopy());
            default -> list.set(at, nasty());
        }
    }

    private void change(ObjectNode object) {
        List<String> names = List.copyOf(object.propertyNames());
        if (names.isEmpty()) {
            object.set("extra", nasty());
            return;
        }
        String name = names.get(random.nextInt(names.size()));
        switch (random.nextInt(6)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(name + "x", nasty());
            default -> object.set(name, nasty());
        }
    }

    private static void gather(JsonNode node, List<JsonNode> holders) {
        if (node.isObject() || node.isArray()) holders.add(node);
        node.forEach(inner -> gather(inner, holders));
    }

    /** Some of them no tree can hold; those go in as they are written. */
    private JsonNode nasty() {
        String text = NASTY.get(random.nextInt(NASTY.size()));
        return isOrdinary(text)
                ? JSON.readTree(text)
                : JsonNodeFactory.instance.rawValueNode(new RawValue(text));
    }

    private static boolean isOrdinary(String text) {
        return !text.contains("ud800") && !text.equals("1e400");
    }

    private String ordinary() {
        while (true) {
            String text = NASTY.get(random.nextInt(NASTY.size()));
            if (isOrdinary(text) && text.length() < 1_000) return text;
        }
    }

    private String torn(String text) {
        int at = random.nextInt(text.length() + 1);
        return switch (random.nextInt(3)) {
            case 0 -> text.substring(0, at);
            case 1 -> text.substring(0, at) + (char) random.nextInt(1, 128) + text.substring(at);
            default -> text + text.substring(at);
        };
    }
}
