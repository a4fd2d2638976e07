package stemma.catalog;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ItemCode;
import stemma.quantity.Quantity;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** Recipes as rows: those that name one item and revision are the lines of one recipe. */
final class RecipeSheet implements LinedSheet.Form<RecipeSheet.Head, RecipeLine> {
    private static final ItemCode ITEM = ItemCode.of("?");

    /** What all lines of a recipe share; how the item and the revision are spelt may differ. */
    record Head(
            ItemCode item,
            String revision,
            BigDecimal tolerance,
            List<RecipeStep> steps,
            Standing standing) {
        Head {
            tolerance = tolerance.signum() == 0 ? BigDecimal.ZERO : tolerance.stripTrailingZeros();
        }
    }

    @Override
    public Head head(SheetRow row) {
        ItemCode item = row.code("item", ItemCode::of, ITEM);
        String revision = row.code("revision", text -> MasterText.checked("revision", text), "?");
        BigDecimal tolerance = row.optional("tolerance_percent", SheetReading::percent);
        List<RecipeStep> steps = row.optional("steps", RecipeStep::list);
        return new Head(
                item,
                revision,
                tolerance == null ? BigDecimal.ZERO : tolerance,
                steps == null ? List.of() : steps,
                SheetReading.standing(row));
    }

    @Override
    public MasterKey key(Head head) {
        return Recipe.key(head.item(), head.revision());
    }

    @Override
    public boolean agree(Head one, Head other) {
        return one.tolerance().equals(other.tolerance())
                && one.steps().equals(other.steps())
                && one.standing() == other.standing();
    }

    @Override
    public @Nullable RecipeLine line(SheetRow row, List<RecipeLine> before) {
        RecipeLine.Part part = row.needed(
                "part",
                text -> SheetRow.wordOf("part", RecipeLine.Part.class, text),
                RecipeLine.Part.INPUT);
        ItemCode item = row.code("line_item", ItemCode::of, ITEM);
        Quantity amount = row.needed("amount", Quantity::of, Quantity.each(1));
        BigDecimal tolerance = row.optional("line_tolerance_percent", SheetReading::percent);
        List<Alternate> alternates = row.optional("alternates", RecipeSheet::alternates);
        return row.made(() -> new RecipeLine(
                part, item, amount, tolerance, alternates == null ? List.of() : alternates));
    }

    @Override
    public Recipe whole(Head head, List<RecipeLine> lines) {
        return new Recipe(
                head.item(),
                head.revision(),
                lines,
                head.steps(),
                head.tolerance(),
                head.standing());
    }

    @Override
    public void differs(SheetRow row, int first) {
        row.error(
                "revision",
                "recipe_heads_differ",
                "tolerance, steps and standing differ from those in line " + first);
    }

    private static List<Alternate> alternates(String text) {
        return Arrays.stream(text.split("\\|", -1))
                .filter(one -> !one.isBlank())
                .map(Alternate::read)
                .toList();
    }
}
