package stemma.quality.web;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ItemCode;
import stemma.quality.Characteristic;
import stemma.quality.Occasion;
import stemma.quality.SamplingPlan;
import stemma.quality.SamplingTable;
import stemma.quality.Specification;
import stemma.quality.WrittenSpecification;
import stemma.shell.Problem;
import stemma.shell.Refused;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A specification as a form: the item, the revision it begins from, and rows with some to fill. */
public record SpecificationForm(
        String item, @Nullable Specification from, List<@Nullable Characteristic> rows) {
    private static final int EMPTY_ROWS = 4;
    private static final String ROW = "row";

    static SpecificationForm of(String item, @Nullable Specification from) {
        List<@Nullable Characteristic> rows = new ArrayList<>();
        if (from != null) rows.addAll(from.characteristics());
        for (int empty = 0; empty < EMPTY_ROWS; empty++) rows.add(null);
        return new SpecificationForm(item, from, rows);
    }

    /** Reads the form; a row without a name is none. */
    static WrittenSpecification read(Map<String, List<String>> sent) {
        List<WrittenSpecification.Row> rows = new ArrayList<>();
        int many = sent.getOrDefault(ROW, List.of()).size();
        for (int at = 0; at < many; at++) {
            String name = word(sent, "name" + at);
            if (!name.isEmpty()) rows.add(row(sent, name, at));
        }
        List<Occasion> occasions = new ArrayList<>();
        for (String word : sent.getOrDefault("occasion", List.of()))
            occasions.add(choice(Occasion.class, word));
        boolean isByTable = word(sent, "sampling").equals(SamplingPlan.Rule.TABLE.word());
        return new WrittenSpecification(
                new ItemCode(word(sent, "item")),
                occasions,
                choice(SamplingPlan.Rule.class, word(sent, "sampling")),
                whole(sent, "count"),
                isByTable ? choice(SamplingTable.Level.class, word(sent, "level")) : null,
                isByTable ? word(sent, "aql") : null,
                word(sent, "dueHours").isEmpty() ? null : whole(sent, "dueHours"),
                word(sent, "retainMonths").isEmpty() ? null : whole(sent, "retainMonths"),
                word(sent, "retestMonths").isEmpty() ? null : whole(sent, "retestMonths"),
                choice(Specification.Separation.class, word(sent, "separation")),
                rows,
                word(sent, "change"));
    }

    private static WrittenSpecification.Row row(
            Map<String, List<String>> sent, String name, int at) {
        return new WrittenSpecification.Row(
                name,
                word(sent, "method" + at),
                choice(Characteristic.Kind.class, word(sent, "kind" + at)),
                word(sent, "lower" + at),
                word(sent, "upper" + at),
                word(sent, "target" + at),
                word(sent, "unit" + at),
                null,
                word(sent, "expected" + at),
                choice(Characteristic.Taking.class, word(sent, "taking" + at)),
                choice(Characteristic.Weight.class, word(sent, "weight" + at)));
    }

    private static Integer whole(Map<String, List<String>> sent, String field) {
        String text = word(sent, field);
        if (text.matches("\\d{1,5}")) return Integer.valueOf(text);
        throw new Refused(
                Problem.of("sampling_invalid", 422, "\"" + text + "\" is no number of samples.")
                        .with("element", field));
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String word) {
        for (E one : type.getEnumConstants())
            if (one.name().toLowerCase(Locale.ROOT).equals(word)) return one;
        throw new Refused(
                Problem.of("choice_unknown", 422, "\"" + word + "\" is none of the choices here."));
    }

    private static String word(Map<String, List<String>> sent, String field) {
        List<String> all = sent.getOrDefault(field, List.of());
        return all.isEmpty() ? "" : all.getFirst().strip();
    }

    /** Returns a limit with the decimals to which it is compared. */
    public static String text(@Nullable Characteristic row, @Nullable BigDecimal limit) {
        return row == null || limit == null
                ? ""
                : limit.setScale(row.decimals(), java.math.RoundingMode.UNNECESSARY)
                        .toPlainString();
    }
}
