package stemma.catalog;

import stemma.identifiers.ItemCode;
import stemma.quantity.Quantity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Makes recipes of rows: those that name one item and revision are the lines of one recipe. */
public final class RecipeSheet {
    private static final ItemCode ITEM = ItemCode.of("?");

    private RecipeSheet() {}

    private record Head(ItemCode item, String revision, BigDecimal tolerance, Standing standing) {
        boolean agreesWith(Head other) {
            return tolerance.compareTo(other.tolerance) == 0 && standing == other.standing;
        }
    }

    private record Group(Head head, List<SheetRow> rows, List<RecipeLine> lines) {}

    /** Hands each whole recipe on with the row it began in; rows with errors keep them. */
    public static void read(List<SheetRow> rows, BiConsumer<Recipe, SheetRow> recipes) {
        Map<MasterKey, Group> groups = new LinkedHashMap<>();
        for (SheetRow row : rows) {
            Head head = head(row);
            Group group = groups.computeIfAbsent(
                    Recipe.key(head.item(), head.revision()),
                    key -> new Group(head, new ArrayList<>(), new ArrayList<>()));
            add(group, head, row);
        }
        for (Group group : groups.values()) {
            if (group.rows().stream().anyMatch(row -> !row.errors().isEmpty())) continue;
            SheetRow first = group.rows().getFirst();
            Head head = group.head();
            Recipe recipe = first.made(() -> new Recipe(
                    head.item(),
                    head.revision(),
                    group.lines(),
                    head.tolerance(),
                    head.standing()));
            if (recipe != null) recipes.accept(recipe, first);
        }
    }

    private static void add(Group group, Head head, SheetRow row) {
        group.rows().add(row);
        if (!head.agreesWith(group.head())) {
            row.error(
                    "revision",
                    "recipe_heads_differ",
                    "tolerance and standing differ from those in line "
                            + group.rows().getFirst().line());
        }
        RecipeLine.Part part = row.needed(
                "part",
                text -> SheetRow.wordOf("part", RecipeLine.Part.class, text),
                RecipeLine.Part.INPUT);
        ItemCode item = row.code("line_item", ItemCode::of, ITEM);
        Quantity amount = row.needed("amount", Quantity::of, Quantity.each(1));
        RecipeLine line = row.made(() -> new RecipeLine(part, item, amount));
        if (line != null) group.lines().add(line);
    }

    private static Head head(SheetRow row) {
        ItemCode item = row.code("item", ItemCode::of, ITEM);
        String revision = row.code("revision", text -> MasterText.checked("revision", text), "?");
        BigDecimal tolerance = row.optional("tolerance_percent", RecipeSheet::percent);
        return new Head(
                item,
                revision,
                tolerance == null ? BigDecimal.ZERO : tolerance,
                SheetReading.standing(row));
    }

    private static BigDecimal percent(String text) {
        if (!text.matches("\\d{1,3}(\\.\\d{1,6})?")) {
            throw new MalformedMaster(
                    "tolerance_invalid",
                    "tolerancePercent",
                    "\"" + text + "\" is not a percentage from 0 to 100");
        }
        return new BigDecimal(text);
    }
}
