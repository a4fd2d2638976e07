package stemma.catalog;

import org.jspecify.annotations.Nullable;

import stemma.catalog.ConversionAnswer.Unconverted;
import stemma.identifiers.Gtin;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The rules that an amendment must keep, asked of all its masters; every breach is named. */
record AmendmentRules(Amendment amendment, CatalogState state) {

    List<MasterRefusal> refusals() {
        List<MasterRefusal> refusals = new ArrayList<>();
        Set<MasterKey> seen = new HashSet<>();
        for (Master master : amendment.masters()) {
            MasterKey key = master.key();
            if (!seen.add(key)) {
                refusals.add(new MasterRefusal(
                        key,
                        "master_twice",
                        "code",
                        key.normal() + " stands twice in one amendment",
                        "Keep one of the two."));
            }
            checkBasis(master, refusals);
            checkParents(master, refusals);
            checkContent(master, refusals);
        }
        return refusals;
    }

    private void checkBasis(Master master, List<MasterRefusal> refusals) {
        MasterKey key = master.key();
        int revision = state.revision(key);
        Integer basedOn = amendment.basedOn().get(key);
        if (basedOn != null && basedOn == 0 && revision > 0) {
            refusals.add(new MasterRefusal(
                    key,
                    "master_exists",
                    "code",
                    "there is already a " + named(key.kind()) + " " + key.normal(),
                    "Choose another code, or open the existing one and revise it."));
        } else if (basedOn != null && basedOn != revision) {
            refusals.add(new MasterRefusal(
                    key,
                    "revised_meanwhile",
                    "code",
                    key.normal() + " is now at revision " + revision + ", you started from "
                            + basedOn,
                    "Open it again and repeat your change."));
        }
        Master before = state.before(key);
        if (before != null && amendment.reason().isEmpty() && !before.equals(master)) {
            refusals.add(new MasterRefusal(
                    key,
                    "reason_missing",
                    "reason",
                    "a change of " + key.normal() + " needs a reason",
                    "Say why it changes."));
        }
    }

    private void checkParents(Master master, List<MasterRefusal> refusals) {
        for (MasterKey parent : new HashSet<>(master.restsOn())) {
            String field = parent.kind().word();
            Optional<Standing> standing = state.standingAfter(parent);
            if (standing.isEmpty()) {
                refusals.add(new MasterRefusal(
                        master.key(),
                        unknown(parent.kind()),
                        field,
                        "there is no " + named(parent.kind()) + " " + parent.normal(),
                        "Define the " + named(parent.kind()) + " first."));
            } else if (standing.get() == Standing.RETIRED
                    && master.standing() == Standing.ACTIVE
                    && !state.isActive(master.key())) {
                refusals.add(new MasterRefusal(
                        master.key(),
                        retired(parent.kind()),
                        field,
                        "the " + named(parent.kind()) + " " + parent.normal() + " is retired",
                        "Bring it back into use first, or choose another."));
            }
        }
    }

    private static String unknown(MasterKind kind) {
        return switch (kind) {
            case SITE -> "site_unknown";
            case LOCATION -> "location_unknown";
            case ITEM -> "item_unknown";
            case PARTNER -> "partner_unknown";
            case SHIP_TO -> "ship_to_unknown";
            case RESOURCE -> "resource_unknown";
            case RECIPE -> "recipe_unknown";
            case CONVERSION, PURCHASE_ORDER, WORK_ORDER, SALES_ORDER -> throw restsOn(kind);
        };
    }

    private static String retired(MasterKind kind) {
        return switch (kind) {
            case SITE -> "site_retired";
            case LOCATION -> "location_retired";
            case ITEM -> "item_retired";
            case PARTNER -> "partner_retired";
            case SHIP_TO -> "ship_to_retired";
            case RESOURCE -> "resource_retired";
            case RECIPE -> "recipe_retired";
            case CONVERSION, PURCHASE_ORDER, WORK_ORDER, SALES_ORDER -> throw restsOn(kind);
        };
    }

    private static IllegalStateException restsOn(MasterKind kind) {
        return new IllegalStateException("no master rests on a " + kind.word());
    }

    private void checkContent(Master master, List<MasterRefusal> refusals) {
        switch (master) {
            case Item item -> checkItem(item, refusals);
            case Conversion conversion -> checkConversion(conversion, refusals);
            case Recipe recipe -> checkRecipe(recipe, refusals);
            case Order order -> refusals.addAll(new OrderRules(state).refusals(order));
            case Site _, Location _, Partner _, ShipTo _, Resource _ -> {}
        }
    }

    private void checkControl(Item before, Item after, List<MasterRefusal> refusals) {
        List<String> less = Loosening.of(before, after);
        if (less.isEmpty() || amendment.signed().isPresent()) return;
        refusals.add(new MasterRefusal(
                after.key(),
                "signature_missing",
                "signature",
                "less control of " + after.code() + " (" + String.join(", ", less)
                        + ") takes the signature of somebody else who may judge lots",
                "Change it on the item's page, where quality signs; no file and no program can."));
    }

    private void checkItem(Item item, List<MasterRefusal> refusals) {
        for (Gtin gtin : item.policy().gtins()) {
            Item owner = state.ownerAfter(gtin, item.key());
            if (owner == null) continue;
            refusals.add(new MasterRefusal(
                    item.key(),
                    "gtin_taken",
                    gtin.equals(item.policy().gtin()) ? "gtin" : "packLevels",
                    "the GTIN " + gtin + " belongs to " + owner.code(),
                    "A GTIN names one item at one level of packing; give each its own."));
        }
        if (!(state.before(item.key()) instanceof Item before)) return;
        checkControl(before, item, refusals);
        if (!state.hasHistory(before.key())) return;
        if (before.tracking() != item.tracking()) {
            refusals.add(new MasterRefusal(
                    item.key(),
                    "tracking_has_history",
                    "tracking",
                    item.code() + " has been recorded by " + before.tracking().word()
                            + "; its tracking can no longer change",
                    "Define a new item, and retire this one when its stock is gone."));
        }
        if (!before.baseUnit().equals(item.baseUnit())) {
            refusals.add(new MasterRefusal(
                    item.key(),
                    "base_unit_has_history",
                    "baseUnit",
                    item.code() + " has been recorded in " + before.baseUnit()
                            + "; its base unit can no longer change",
                    "Define a conversion, or a new item."));
        }
    }

    private void checkConversion(Conversion conversion, List<MasterRefusal> refusals) {
        if (conversion.standing() == Standing.RETIRED) return;
        state.contradictionOf(conversion)
                .ifPresent(known -> refusals.add(new MasterRefusal(
                        conversion.key(),
                        "conversion_contradicts",
                        "factor",
                        "1 " + conversion.from() + " is already " + known + " " + conversion.to()
                                + " by other conversions, not " + conversion.factor(),
                        "Correct or retire the conversion that is wrong.")));
    }

    private void checkRecipe(Recipe recipe, List<MasterRefusal> refusals) {
        Master before = state.before(recipe.key());
        if (before != null && !sameRecipe(before.with(recipe.standing()), recipe)) {
            refusals.add(new MasterRefusal(
                    recipe.key(),
                    "recipe_revision_fixed",
                    "lines",
                    "revision " + recipe.revision() + " of the recipe of " + recipe.item()
                            + " is fixed since it was defined",
                    "Define a new revision; retire this one when it is no longer used."));
        }
        for (RecipeLine line : recipe.lines()) {
            Item item = state.itemAfter(line.item());
            if (item == null) continue;
            ConversionAnswer answer =
                    state.conversionsAfter().convert(line.item(), line.amount(), item.baseUnit());
            if (answer instanceof Unconverted none) {
                refusals.add(new MasterRefusal(
                        recipe.key(),
                        none.code(),
                        "lines",
                        none.sentence(),
                        "Write the amount in " + item.baseUnit() + ", or define the conversion."));
            }
        }
    }

    // The spelling of an item's code is the item's, not the recipe's.
    private static boolean sameRecipe(@Nullable Master before, Recipe after) {
        return before instanceof Recipe recipe
                && recipe.key().equals(after.key())
                && recipe.tolerancePercent().equals(after.tolerancePercent())
                && recipe.steps().equals(after.steps())
                && Objects.equals(keyed(recipe.lines()), keyed(after.lines()));
    }

    private static List<?> keyed(List<RecipeLine> lines) {
        return lines.stream()
                .map(line -> List.of(
                        line.part(),
                        Item.key(line.item()),
                        line.amount(),
                        Optional.ofNullable(line.tolerancePercent()),
                        keyedAlternates(line)))
                .toList();
    }

    private static List<?> keyedAlternates(RecipeLine line) {
        return line.alternates().stream()
                .map(other -> List.of(Item.key(other.item()), other.factor()))
                .toList();
    }

    private static String named(MasterKind kind) {
        return kind.word().replace('_', '-');
    }
}
