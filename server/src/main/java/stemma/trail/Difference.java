package stemma.trail;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One field that an entry changed: its path, such as {@code lines[0].quantity}, and its text before
 * and after; empty where there was none.
 */
public record Difference(String field, String before, String after) {
    /** Returns the fields that differ, in the order of their paths. */
    static List<Difference> between(@Nullable JsonNode before, @Nullable JsonNode after) {
        Map<String, String> was = flat(before);
        Map<String, String> is = flat(after);
        TreeSet<String> fields = new TreeSet<>(was.keySet());
        fields.addAll(is.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String field : fields) {
            String old = was.getOrDefault(field, "");
            String now = is.getOrDefault(field, "");
            if (!old.equals(now)) differences.add(new Difference(field, old, now));
        }
        return differences;
    }

    private record Spot(String path, JsonNode node) {}

    private static Map<String, String> flat(@Nullable JsonNode root) {
        Map<String, String> fields = new TreeMap<>();
        List<Spot> open = new ArrayList<>();
        if (root != null) open.add(new Spot("", root));
        while (!open.isEmpty()) {
            Spot spot = open.removeLast();
            if (!spot.node().isContainer()) {
                fields.put(
                        spot.path().isEmpty() ? "value" : spot.path(),
                        spot.node().asString());
                continue;
            }
            String dot = spot.path().isEmpty() ? "" : spot.path() + ".";
            spot.node()
                    .properties()
                    .forEach(
                            member -> open.add(new Spot(dot + member.getKey(), member.getValue())));
            if (spot.node().isArray())
                for (int i = 0; i < spot.node().size(); i++)
                    open.add(new Spot(spot.path() + "[" + i + "]", spot.node().get(i)));
        }
        return fields;
    }
}
