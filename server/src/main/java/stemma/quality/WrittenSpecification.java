package stemma.quality;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ActorId;
import stemma.identifiers.ItemCode;
import stemma.shell.Problem;
import stemma.shell.Refused;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * A specification as somebody writes it: numbers as plain decimal text, so that nothing passes
 * through a binary float. What is left out is usual: one result of all samples together, an
 * ordinary weight, no decimals.
 */
public record WrittenSpecification(
        ItemCode item,
        List<Occasion> occasions,
        SamplingPlan.@Nullable Rule sampling,
        @Nullable Integer count,
        SamplingTable.@Nullable Level level,
        @Nullable String aql,
        @Nullable Integer dueHours,
        @Nullable Integer retainMonths,
        @Nullable Integer retestMonths,
        Specification.@Nullable Separation separation,
        List<Row> characteristics,
        @Nullable String change) {

    /** One characteristic as it is written. */
    public record Row(
            String name,
            @Nullable String method,
            Characteristic.Kind kind,
            @Nullable String lower,
            @Nullable String upper,
            @Nullable String target,
            @Nullable String unit,
            @Nullable Integer decimals,
            @Nullable String expected,
            Characteristic.@Nullable Taking taking,
            Characteristic.@Nullable Weight weight) {}

    /** Returns the draft that it is, refused as {@link Specification} and its parts say. */
    public Specification draft(int revision, ActorId by, Instant at) {
        List<Characteristic> rows = new ArrayList<>();
        for (Row row : characteristics) rows.add(characteristic(rows.size() + 1, row));
        return new Specification(
                item,
                revision,
                Specification.State.DRAFT,
                new LinkedHashSet<>(occasions),
                new SamplingPlan(
                        sampling == null ? SamplingPlan.Rule.FIXED : sampling,
                        count == null ? 1 : count,
                        level,
                        aql),
                dueHours,
                retainMonths,
                retestMonths,
                separation == null ? Specification.Separation.MAKER : separation,
                rows,
                change == null ? "" : change.strip(),
                by,
                at,
                null,
                null,
                null);
    }

    private static Characteristic characteristic(int number, Row row) {
        return new Characteristic(
                number,
                row.name(),
                text(row.method()),
                row.kind(),
                limit(number, "lower", row.lower()),
                limit(number, "upper", row.upper()),
                limit(number, "target", row.target()),
                text(row.unit()),
                row.decimals() == null ? written(row) : row.decimals(),
                text(row.expected()),
                row.taking() == null ? Characteristic.Taking.TOGETHER : row.taking(),
                row.weight() == null ? Characteristic.Weight.ORDINARY : row.weight());
    }

    /** As many decimals as the limits are written with. */
    private static int written(Row row) {
        int most = 0;
        for (String text : List.of(text(row.lower()), text(row.upper()), text(row.target()))) {
            int point = text.strip().indexOf('.');
            if (point >= 0) most = Math.max(most, text.strip().length() - point - 1);
        }
        return most;
    }

    private static @Nullable BigDecimal limit(int number, String field, @Nullable String text) {
        String stripped = text(text).strip();
        if (stripped.isEmpty()) return null;
        if (Reading.isNumber(stripped)) return new BigDecimal(stripped);
        throw new Refused(Problem.of(
                        "characteristic_invalid",
                        422,
                        "Characteristic " + number + ": \"" + stripped
                                + "\" is no plain decimal number such as 4.6.")
                .with("element", "characteristics[" + (number - 1) + "]." + field));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
