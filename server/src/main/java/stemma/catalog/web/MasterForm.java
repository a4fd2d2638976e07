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
    private static final int SPARE_LINES = 6;
    private static final int MORE_LINES = 10;

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
        List<Map<String, String>> lines =
                SheetColumns.lines(kind).isEmpty() ? List.of() : sentLines(kind, sent);
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

    private static List<Map<String, String>> sentLines(
            MasterKind kind, MultiValueMap<String, String> sent) {
        List<Map<String, String>> lines = new ArrayList<>();
        List<String> items = sent.getOrDefault("line_item", List.of());
        for (int i = 0; i < items.size(); i++) {
            Map<String, String> line = new HashMap<>();
            for (String name : SheetColumns.lines(kind)) {
                List<String> all = sent.getOrDefault(name, List.of());
                line.put(name, i < all.size() ? all.get(i) : "");
            }
            if (!(line.get("line_item") + line.get("amount")).isBlank()) lines.add(line);
        }
        return lines;
    }

    /** Returns the form without its line of that place, counted from 0; as it is without one. */
    MasterForm without(int place) {
        List<Map<String, String>> left = new ArrayList<>(lines);
        if (place >= 0 && place < left.size()) left.remove(place);
        return new MasterForm(kind, values, left, wrong, problems, basedOn, key, reason);
    }

    private static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    /** Returns the rows that the form says: one, or one per line where it has lines. */
    List<SheetRow> rows() {
        if (!hasLines()) return List.of(new SheetRow(1, values));
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

    public boolean takesSignature() {
        return kind == MasterKind.ITEM && !isNew();
    }

    public boolean hasLines() {
        return !SheetColumns.lines(kind).isEmpty();
    }

    public String title() {
        return isNew()
                ? "New " + MasterWords.one(kind).toLowerCase(Locale.ROOT)
                : MasterWords.one(kind) + " " + key;
    }

    public String path() {
        return MasterPaths.list(kind);
    }

    public String linesHint() {
        return kind == MasterKind.RECIPE
                ? "One output, which is the item itself, and at least one input. Amounts with their"
                        + " unit, such as 0.05 kg. Empty lines are left out."
                : "At least one. Amounts with their unit, such as 500 kg; a line without a number"
                        + " gets the next. Empty lines are left out.";
    }

    /** Returns the fields of the lines: those filled, then empty ones to be filled in. */
    public List<List<Field>> linesToFill() {
        List<Map<String, String>> all = new ArrayList<>(lines);
        int spare = lines.isEmpty() || isNew() ? SPARE_LINES : MORE_LINES;
        for (int i = 0; i < spare; i++)
            all.add(Map.of("part", i == 0 && lines.isEmpty() ? "output" : "input"));
        return all.stream().map(this::lineFields).toList();
    }

    private List<Field> lineFields(Map<String, String> line) {
        return SheetColumns.lines(kind).stream()
                .map(column -> new Field(
                        column,
                        MasterWords.column(column),
                        MasterWords.hint(column),
                        line.getOrDefault(column, ""),
                        "",
                        MasterWords.choices(column),
                        Use.OPTIONAL))
                .toList();
    }

    private List<String> fieldNames() {
        return SheetColumns.of(kind).stream()
                .filter(column ->
                        !column.equals("standing") && !SheetColumns.lines(kind).contains(column))
                .toList();
    }

    public List<Field> fields() {
        return fieldNames().stream()
                .map(column -> new Field(
                        column,
                        MasterWords.column(column),
                        MasterWords.hint(column),
                        values.getOrDefault(column, ""),
                        wrong.getOrDefault(column, ""),
                        MasterWords.choices(column),
                        !isNew() && identity().contains(column)
                                ? Use.FIXED
                                : SheetColumns.needed(kind).contains(column)
                                        ? Use.NEEDED
                                        : Use.OPTIONAL))
                .toList();
    }

    // What names a master stays; of an order, who it is placed at and what it makes, too.
    private Set<String> identity() {
        return switch (kind) {
            case SITE, ITEM, PARTNER, RESOURCE -> Set.of("code");
            case LOCATION -> Set.of("site", "code");
            case SHIP_TO -> Set.of("partner", "code");
            case CONVERSION -> Set.of("item", "from_unit", "to_unit");
            case RECIPE -> Set.of("item", "revision");
            case PURCHASE_ORDER -> Set.of("code", "supplier");
            case SALES_ORDER -> Set.of("code", "customer");
            case WORK_ORDER -> Set.of("code", "item");
        };
    }
}
