package stemma.catalog.web;

import org.springframework.util.MultiValueMap;

import stemma.catalog.Master;
import stemma.catalog.MasterKind;
import stemma.catalog.MasterRefusal;
import stemma.catalog.SheetColumns;
import stemma.catalog.SheetError;
import stemma.catalog.SheetRow;
import stemma.catalog.SheetWriting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A form of one master as it is shown: the values typed, what is wrong with them, the revision that
 * it started from (0: a new master) and the reason given.
 */
public record MasterForm(
        MasterKind kind,
        Map<String, String> values,
        List<Map<String, String>> lines,
        Map<String, String> wrong,
        List<String> problems,
        int basedOn,
        String key,
        String reason) {
    private static final List<String> LINE = List.of("part", "line_item", "amount");
    private static final int SPARE_LINES = 6;

    /** One field: its name, label, value, what is wrong and the words it is chosen from. */
    public record Field(
            String name,
            String label,
            String hint,
            String value,
            String wrong,
            List<String> choices,
            Use use) {}

    /** How a field may be used. */
    public enum Use {
        NEEDED,
        OPTIONAL,
        FIXED
    }

    static MasterForm empty(MasterKind kind, Map<String, String> values) {
        return new MasterForm(kind, values, List.of(), Map.of(), List.of(), 0, "", "");
    }

    static MasterForm of(Master master, int revision) {
        List<String> columns = SheetColumns.of(master.key().kind());
        List<Map<String, String>> rows = SheetWriting.rows(master).stream()
                .map(cells -> cells(columns, cells))
                .toList();
        return new MasterForm(
                master.key().kind(),
                rows.getFirst(),
                rows,
                Map.of(),
                List.of(),
                revision,
                master.key().normal(),
                "");
    }

    /** Returns the form of a new master that starts as a copy, but for the code that names it. */
    static MasterForm copyOf(Master master) {
        MasterForm form = of(master, 0);
        Map<String, String> values = new HashMap<>(form.values());
        values.remove(master.key().kind() == MasterKind.RECIPE ? "revision" : "code");
        return new MasterForm(form.kind(), values, form.lines(), Map.of(), List.of(), 0, "", "");
    }

    private static Map<String, String> cells(List<String> columns, List<String> cells) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) row.put(columns.get(i), cells.get(i));
        return row;
    }

    /** Returns the form as it was sent. */
    static MasterForm sent(MasterKind kind, MultiValueMap<String, String> sent) {
        Map<String, String> values = new HashMap<>();
        sent.forEach((name, all) -> values.put(name, all.getFirst()));
        List<Map<String, String>> lines = new ArrayList<>();
        List<String> items = sent.getOrDefault("line_item", List.of());
        for (int i = 0; i < items.size(); i++) {
            Map<String, String> line = new HashMap<>();
            for (String name : LINE) {
                List<String> all = sent.getOrDefault(name, List.of());
                line.put(name, i < all.size() ? all.get(i) : "");
            }
            if (!(line.get("line_item") + line.get("amount")).isBlank()) lines.add(line);
        }
        return new MasterForm(
                kind,
                values,
                lines,
                Map.of(),
                List.of(),
                number(values.getOrDefault("basedOn", "0")),
                values.getOrDefault("key", ""),
                values.getOrDefault("reason", ""));
    }

    private static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    /** Returns the rows that the form says: one, or one per line of a recipe. */
    List<SheetRow> rows() {
        if (kind != MasterKind.RECIPE) return List.of(new SheetRow(1, values));
        if (lines.isEmpty()) return List.of(new SheetRow(1, values));
        return IntStream.range(0, lines.size())
                .mapToObj(i -> {
                    Map<String, String> row = new HashMap<>(values);
                    row.putAll(lines.get(i));
                    return new SheetRow(i + 1, row);
                })
                .toList();
    }

    MasterForm refusing(List<SheetError> errors) {
        Map<String, String> wrongs = new HashMap<>();
        List<String> sentences = new ArrayList<>();
        for (SheetError error : errors) {
            if (fieldNames().contains(error.column()))
                wrongs.putIfAbsent(error.column(), error.sentence());
            else sentences.add("Line " + error.line() + ": " + error.sentence());
        }
        return new MasterForm(kind, values, lines, wrongs, sentences, basedOn, key, reason);
    }

    MasterForm refused(List<MasterRefusal> refusals) {
        Map<String, String> wrongs = new HashMap<>();
        List<String> sentences = new ArrayList<>();
        for (MasterRefusal refusal : refusals) {
            String column = refusal.field().replaceAll("(\\p{Lu})", "_$1").toLowerCase(Locale.ROOT);
            if (fieldNames().contains(column) || column.equals("reason")) {
                wrongs.putIfAbsent(column, refusal.sentence() + ". " + refusal.whatToDo());
            } else {
                sentences.add(refusal.sentence() + ". " + refusal.whatToDo());
            }
        }
        return new MasterForm(kind, values, lines, wrongs, sentences, basedOn, key, reason);
    }

    public boolean isNew() {
        return basedOn == 0;
    }

    public boolean hasLines() {
        return kind == MasterKind.RECIPE;
    }

    public String title() {
        return isNew()
                ? "New " + MasterWords.one(kind).toLowerCase(Locale.ROOT)
                : MasterWords.one(kind) + " " + key;
    }

    public String path() {
        return MasterPaths.list(kind);
    }

    public List<String> parts() {
        return MasterWords.choices("part");
    }

    /** Returns the lines of a recipe, with empty ones to be filled in. */
    public List<Map<String, String>> linesToFill() {
        List<Map<String, String>> all = new ArrayList<>(lines);
        for (int i = 0; i < SPARE_LINES; i++)
            all.add(Map.of("part", i == 0 && lines.isEmpty() ? "output" : "input"));
        return all;
    }

    private List<String> fieldNames() {
        return SheetColumns.of(kind).stream()
                .filter(column -> !column.equals("standing") && !LINE.contains(column))
                .toList();
    }

    public List<Field> fields() {
        Set<String> identity =
                Set.of("code", "site", "partner", "item", "from_unit", "to_unit", "revision");
        return fieldNames().stream()
                .map(column -> new Field(
                        column,
                        MasterWords.column(column),
                        MasterWords.hint(column),
                        values.getOrDefault(column, ""),
                        wrong.getOrDefault(column, ""),
                        MasterWords.choices(column),
                        !isNew() && identity.contains(column) && isIdentity(column)
                                ? Use.FIXED
                                : SheetColumns.needed(kind).contains(column)
                                        ? Use.NEEDED
                                        : Use.OPTIONAL))
                .toList();
    }

    // The site of a resource may change, that of a location names it.
    private boolean isIdentity(String column) {
        return !(kind == MasterKind.RESOURCE && column.equals("site"));
    }
}
