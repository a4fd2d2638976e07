package stemma.scenario;

import org.jspecify.annotations.Nullable;

import stemma.catalog.Alternate;
import stemma.catalog.Factor;
import stemma.catalog.Recipe;
import stemma.catalog.RecipeLine;
import stemma.catalog.RecipeStep;
import stemma.identifiers.ItemCode;
import stemma.quantity.Unit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A recipe as written: what it makes, from what, how exactly, in which steps. */
record RecipeText(
        String item,
        String revision,
        Amount makes,
        List<Beside> beside,
        List<Needed> needed,
        String percent,
        List<String> steps) {

    /** What comes out beside the product. */
    private record Beside(Amount amount, String item, RecipeLine.Part part) {
        static Beside read(Words words) {
            Amount amount = Amount.read(words);
            String item = words.next("an item");
            if (words.take("co_product"))
                return new Beside(amount, item, RecipeLine.Part.CO_PRODUCT);
            words.expect("by_product");
            return new Beside(amount, item, RecipeLine.Part.BY_PRODUCT);
        }
    }

    /** What goes in, how far from it a run may be, and what may stand in for it. */
    private record Needed(
            Amount amount, String item, @Nullable String allowing, List<Other> others) {
        static Needed read(Words words) {
            Amount amount = Amount.read(words);
            String item = words.next("an item");
            String allowing = words.take("allowing") ? percent(words) : null;
            List<Other> others = new ArrayList<>();
            while (words.take("or")) {
                String other = words.next("an item that may stand in");
                others.add(new Other(other, words.take("times") ? words.next("a factor") : "1"));
            }
            return new Needed(amount, item, allowing, others);
        }
    }

    private record Other(String item, String factor) {}

    /**
     * Reads {@code bread R1 makes 1000 ea and 20 kg crumbs by_product from 300 kg flour allowing 3
     * % or spelt times 1.05, 5 kg salt within 2 % step "10 | Mix | equipment"}.
     */
    static RecipeText read(Words words) {
        String item = words.next("an item");
        String revision = words.next("a revision");
        words.expect("makes");
        Amount makes = Amount.read(words);
        List<Beside> beside = new ArrayList<>();
        while (words.take("and")) beside.add(Beside.read(words));
        words.expect("from");
        List<Needed> needed = words.list(Needed::read);
        words.expect("within");
        String percent = percent(words);
        List<String> steps = new ArrayList<>();
        while (words.take("step")) steps.add(words.next("a step such as \"10 | Mix\""));
        return new RecipeText(item, revision, makes, beside, needed, percent, steps);
    }

    private static String percent(Words words) {
        String percent = words.next("a tolerance in percent");
        words.expect("%");
        return percent;
    }

    Recipe recipe(Cast cast) {
        ItemCode made = cast.item(item, new Unit(makes.unit()));
        List<RecipeLine> lines = new ArrayList<>();
        lines.add(new RecipeLine(RecipeLine.Part.OUTPUT, made, makes.quantity()));
        for (Beside one : beside) {
            ItemCode other = cast.item(one.item(), new Unit(one.amount().unit()));
            lines.add(new RecipeLine(one.part(), other, one.amount().quantity()));
        }
        for (Needed need : needed) {
            Unit unit = new Unit(need.amount().unit());
            lines.add(new RecipeLine(
                    RecipeLine.Part.INPUT,
                    cast.item(need.item(), unit),
                    need.amount().quantity(),
                    need.allowing() == null ? null : new BigDecimal(need.allowing()),
                    need.others().stream()
                            .map(o ->
                                    new Alternate(cast.item(o.item(), unit), Factor.of(o.factor())))
                            .toList()));
        }
        return Recipe.of(made, revision, new BigDecimal(percent), lines)
                .with(RecipeStep.list(String.join("\n", steps)));
    }
}
