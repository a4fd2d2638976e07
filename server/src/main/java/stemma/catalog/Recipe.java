package stemma.catalog;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;

import stemma.identifiers.ItemCode;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Items and amounts that make an item, and the steps in which that is done, by revision; a revision
 * is fixed once defined. The tolerance is the percentage of the input by which a run may fail to
 * balance.
 */
public record Recipe(
        ItemCode item,
        String revision,
        List<RecipeLine> lines,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<RecipeStep> steps,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal tolerancePercent,
        Standing standing)
        implements Master {
    public Recipe {
        revision = MasterText.checked("revision", revision);
        lines = List.copyOf(lines);
        steps = RecipeStep.checked(steps);
        tolerancePercent = MasterText.percent("tolerancePercent", tolerancePercent);
        checkLines(item, lines);
    }

    /** Returns an active recipe. */
    public static Recipe of(
            ItemCode item, String revision, BigDecimal tolerancePercent, List<RecipeLine> lines) {
        return new Recipe(item, revision, lines, List.of(), tolerancePercent, Standing.ACTIVE);
    }

    /** Returns the same recipe with these steps. */
    public Recipe with(List<RecipeStep> steps) {
        return new Recipe(item, revision, lines, steps, tolerancePercent, standing);
    }

    /** Returns the lines that are this part of the recipe. */
    public List<RecipeLine> lines(RecipeLine.Part part) {
        return lines.stream().filter(line -> line.part() == part).toList();
    }

    @Override
    public Recipe with(Standing standing) {
        return new Recipe(item, revision, lines, steps, tolerancePercent, standing);
    }

    @Override
    public List<MasterKey> restsOn() {
        List<MasterKey> parents = new ArrayList<>();
        parents.add(Item.key(item));
        for (RecipeLine line : lines) parents.add(Item.key(line.item()));
        for (RecipeLine line : lines) {
            for (Alternate other : line.alternates()) parents.add(Item.key(other.item()));
        }
        return parents;
    }

    @Override
    public MasterKey key() {
        return key(item, revision);
    }

    public static MasterKey key(ItemCode item, String revision) {
        return MasterKey.of(MasterKind.RECIPE, item.code(), revision);
    }

    private static void checkLines(ItemCode item, List<RecipeLine> lines) {
        Set<Object> seen = new HashSet<>();
        for (RecipeLine line : lines) {
            if (!seen.add(List.of(line.part() == RecipeLine.Part.INPUT, Item.key(line.item())))) {
                throw new MalformedMaster(
                        "recipe_line_twice",
                        "lines",
                        line.item() + " stands twice on the same side");
            }
        }
        List<RecipeLine> outputs = lines.stream()
                .filter(line -> line.part() == RecipeLine.Part.OUTPUT)
                .toList();
        if (outputs.size() != 1 || !Item.key(outputs.getFirst().item()).equals(Item.key(item))) {
            throw new MalformedMaster(
                    "recipe_output_invalid", "lines", "one output line is needed, of " + item);
        }
        if (lines.stream().noneMatch(line -> line.part() == RecipeLine.Part.INPUT)) {
            throw new MalformedMaster(
                    "recipe_input_missing", "lines", "a recipe needs at least one input");
        }
    }
}
