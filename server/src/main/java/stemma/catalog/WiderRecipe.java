package stemma.catalog;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * In what a recipe allows more than another of the same item: a wider tolerance or limit, a step or
 * reading that is asked no more, an item that may stand in (21 CFR 211.100(a), 211.186).
 */
public record WiderRecipe(Recipe before, Recipe after) {

    /** Returns it in words; nothing where the later allows no more. */
    public List<String> less() {
        List<String> less = new ArrayList<>();
        if (after.tolerancePercent().compareTo(before.tolerancePercent()) > 0)
            less.add("the balance may miss by " + after.tolerancePercent().toPlainString()
                    + " %, not " + before.tolerancePercent().toPlainString() + " %");
        before.lines()
                .forEach(line -> line(after.lines(), line).ifPresent(now -> {
                    if (isWider(line.tolerancePercent(), now.tolerancePercent()))
                        less.add(now.item() + " may differ by " + percent(now.tolerancePercent())
                                + ", not " + percent(line.tolerancePercent()));
                    now.alternates().stream()
                            .filter(other -> line.alternates().stream()
                                    .noneMatch(was ->
                                            Item.key(was.item()).equals(Item.key(other.item()))))
                            .forEach(other ->
                                    less.add(other.item() + " may stand in for " + now.item()));
                }));
        before.steps().forEach(step -> steps(step, less));
        return less;
    }

    private void steps(RecipeStep step, List<String> less) {
        Optional<RecipeStep> now = after.steps().stream()
                .filter(one -> one.number() == step.number())
                .findFirst();
        if (now.isEmpty() || now.get().kind() != step.kind()) {
            less.add("step " + step.number() + " (" + step.text() + ") is asked no more");
            return;
        }
        for (StepParameter was : step.parameters()) {
            Optional<StepParameter> is = now.get().parameters().stream()
                    .filter(one -> one.name().equalsIgnoreCase(was.name()))
                    .findFirst();
            if (is.isEmpty()) less.add(was.name() + " of step " + step.number() + " is not read");
            else if (isWider(was, is.get()))
                less.add(was.name() + " of step " + step.number() + " may be " + limits(is.get())
                        + ", not " + limits(was));
        }
    }

    private static Optional<RecipeLine> line(List<RecipeLine> lines, RecipeLine line) {
        return lines.stream()
                .filter(one -> one.part() == line.part()
                        && Item.key(one.item()).equals(Item.key(line.item())))
                .findFirst();
    }

    /** Without a tolerance nothing is exceeded. */
    private static boolean isWider(@Nullable BigDecimal was, @Nullable BigDecimal is) {
        return was != null && (is == null || is.compareTo(was) > 0);
    }

    private static String percent(@Nullable BigDecimal tolerance) {
        return tolerance == null ? "any amount" : tolerance.toPlainString() + " %";
    }

    /** Limits in another unit are others: they are told rather than judged. */
    private static boolean isWider(StepParameter was, StepParameter is) {
        boolean below = was.lowest() != null
                && (is.lowest() == null || is.lowest().compareTo(was.lowest()) < 0);
        boolean above = was.highest() != null
                && (is.highest() == null || is.highest().compareTo(was.highest()) > 0);
        return below || above || !was.unit().equals(is.unit());
    }

    private static String limits(StepParameter one) {
        return one.limits().isEmpty() ? "anything" : one.limits();
    }
}
