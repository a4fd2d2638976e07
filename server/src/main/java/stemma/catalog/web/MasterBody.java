package stemma.catalog.web;

import stemma.catalog.MasterKind;
import stemma.catalog.SheetColumns;
import stemma.catalog.SheetRow;
import stemma.shell.Problem;
import stemma.shell.Refused;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The JSON of one master as rows of its sheet, so that all doors read by the same rules. A field
 * that the kind does not have is refused by name; broken numbers never come this far.
 */
final class MasterBody {
    private static final Set<MasterKind> HAVE_POLICY =
            EnumSet.of(MasterKind.ITEM, MasterKind.PARTNER);
    private static final Set<String> APART = Set.of("reason", "version");

    private MasterBody() {}

    static List<SheetRow> rows(MasterKind kind, JsonNode body) {
        if (!body.isObject())
            throw malformed("body_not_object", "body", "one JSON object is expected");
        Map<String, String> head = new HashMap<>();
        List<Map<String, String>> lines = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : body.properties()) {
            String name = field.getKey();
            if (APART.contains(name)) continue;
            if (name.equals("policy") && HAVE_POLICY.contains(kind))
                flatten(kind, field.getValue(), head);
            else if (name.equals("lines") && !SheetColumns.lines(kind).isEmpty())
                lines(kind, field.getValue(), lines);
            else put(kind, name, field.getValue(), head);
        }
        if (lines.isEmpty()) return List.of(new SheetRow(1, head));
        List<SheetRow> rows = new ArrayList<>();
        for (Map<String, String> line : lines) {
            Map<String, String> cells = new HashMap<>(head);
            cells.putAll(line);
            rows.add(new SheetRow(rows.size() + 1, cells));
        }
        return rows;
    }

    private static void flatten(MasterKind kind, JsonNode policy, Map<String, String> cells) {
        if (!policy.isObject())
            throw malformed("field_malformed", "policy", "the policy is an object");
        policy.properties().forEach(field -> put(kind, field.getKey(), field.getValue(), cells));
    }

    private static void lines(MasterKind kind, JsonNode all, List<Map<String, String>> lines) {
        if (!all.isArray()) throw malformed("field_malformed", "lines", "the lines are an array");
        for (JsonNode one : all) {
            if (!one.isObject()) throw malformed("field_malformed", "lines", "a line is an object");
            Map<String, String> cells = new HashMap<>();
            for (Map.Entry<String, JsonNode> field : one.properties()) {
                String name = field.getKey();
                String column = lineColumn(kind, name);
                if (!SheetColumns.lines(kind).contains(column) || name.contains("_"))
                    throw unknown(name);
                cells.put(
                        column,
                        name.equals("alternates")
                                ? alternates(field.getValue())
                                : text(name, field.getValue()));
            }
            lines.add(cells);
        }
    }

    private static String lineColumn(MasterKind kind, String name) {
        return switch (name) {
            case "item" -> "line_item";
            case "number" -> "line";
            case "tolerancePercent" -> "line_tolerance_percent";
            case "due" -> kind == MasterKind.RECIPE ? "due" : "line_due";
            default -> column(kind, name);
        };
    }

    // As a sheet writes them, so that one rule reads both.
    private static String alternates(JsonNode all) {
        if (!all.isArray())
            throw malformed("field_malformed", "alternates", "the alternates are an array");
        List<String> texts = new ArrayList<>();
        for (JsonNode one : all) {
            if (!one.isObject())
                throw malformed("field_malformed", "alternates", "an alternate is an object");
            for (Map.Entry<String, JsonNode> field : one.properties()) {
                if (!Set.of("item", "factor").contains(field.getKey()))
                    throw unknown(field.getKey());
            }
            String item = text("item", one.path("item"));
            texts.add(
                    one.hasNonNull("factor")
                            ? item + " * " + text("factor", one.path("factor"))
                            : item);
        }
        return String.join(" | ", texts);
    }

    private static void put(
            MasterKind kind, String name, JsonNode value, Map<String, String> cells) {
        String column = column(kind, name);
        if (!SheetColumns.of(kind).contains(column) || name.contains("_")) throw unknown(name);
        cells.put(column, text(name, value));
    }

    private static String column(MasterKind kind, String name) {
        if (kind == MasterKind.CONVERSION && (name.equals("from") || name.equals("to")))
            return name + "_unit";
        return name.replaceAll("(\\p{Lu})", "_$1").toLowerCase(Locale.ROOT);
    }

    private static String text(String name, JsonNode value) {
        if (value.isNull()) return "";
        if (value.isString() || value.isIntegralNumber()) return value.asString();
        boolean isWords = value.isArray() && value.valueStream().allMatch(JsonNode::isString);
        if (isWords && name.equals("steps")) {
            return value.valueStream().map(JsonNode::asString).collect(Collectors.joining("\n"));
        }
        if (isWords && name.equals("roles")) {
            return value.valueStream().map(JsonNode::asString).collect(Collectors.joining(" "));
        }
        throw malformed("field_malformed", name, "the field " + name + " is not text");
    }

    private static Refused unknown(String name) {
        return malformed("field_unknown", name, "there is no field \"" + name + "\"");
    }

    private static Refused malformed(String code, String field, String sentence) {
        String begun = Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) + ".";
        return new Refused(Problem.of(code, 422, begun).with("field", field));
    }
}
