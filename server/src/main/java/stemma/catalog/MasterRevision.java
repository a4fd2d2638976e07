package stemma.catalog;

import org.jspecify.annotations.Nullable;

import stemma.audit.AuditEntry;
import stemma.identifiers.ActorId;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** One change of a master as the audit trail tells it: when, by whom, what, why and each field. */
public record MasterRevision(
        Instant recordedAt,
        ActorId actor,
        String action,
        String reason,
        List<Difference> differences) {

    /** One field by its path on the wire, before and after; empty where there was or is nothing. */
    public record Difference(String field, String before, String after) {}

    /** Returns the change that the entry tells of, or nothing where it tells of a refusal. */
    static Optional<MasterRevision> of(AuditEntry entry) {
        return switch (entry) {
            case AuditEntry.Changed change ->
                Optional.of(new MasterRevision(
                        change.recordedAt(),
                        change.author().actor(),
                        change.action(),
                        Objects.requireNonNullElse(change.reason(), ""),
                        differences(change.before(), change.after())));
            case AuditEntry.Refused _ -> Optional.empty();
        };
    }

    private static List<Difference> differences(
            @Nullable JsonNode before, @Nullable JsonNode after) {
        Map<String, String> old = new LinkedHashMap<>();
        Map<String, String> now = new LinkedHashMap<>();
        flatten("", before, old);
        flatten("", after, now);
        List<Difference> differences = new ArrayList<>();
        for (Map.Entry<String, String> field : now.entrySet()) {
            String was = old.getOrDefault(field.getKey(), "");
            if (!was.equals(field.getValue())) {
                differences.add(new Difference(field.getKey(), was, field.getValue()));
            }
        }
        old.forEach((field, was) -> {
            if (!now.containsKey(field) && !was.isEmpty())
                differences.add(new Difference(field, was, ""));
        });
        return differences;
    }

    // A master is two objects deep at most, the lines of a recipe three.
    private static void flatten(String path, @Nullable JsonNode node, Map<String, String> fields) {
        if (node == null || node.isNull()) {
            if (!path.isEmpty()) fields.put(path, "");
        } else if (node.isObject()) {
            node.properties()
                    .forEach(field -> flatten(
                            path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
                            field.getValue(),
                            fields));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++)
                flatten(path + "[" + (i + 1) + "]", node.get(i), fields);
        } else {
            fields.put(path, node.asString());
        }
    }
}
