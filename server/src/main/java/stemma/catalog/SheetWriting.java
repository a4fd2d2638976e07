package stemma.catalog;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a master as the rows of its sheet, in the order of {@link SheetColumns}. */
public final class SheetWriting {
    private SheetWriting() {}

    /** Returns the rows: one, or one per line where it has lines. */
    public static List<List<String>> rows(Master master) {
        String standing = master.standing().word();
        return switch (master) {
            case Site it ->
                one(
                        it.code(),
                        it.name(),
                        text(it.address()),
                        it.country(),
                        it.zone(),
                        text(it.gln()),
                        text(it.ssccPrefix()),
                        standing);
            case Location it -> one(it.site(), it.code(), it.name(), standing);
            case Item it -> List.of(item(it, it.policy(), standing));
            case Conversion it -> one(text(it.item()), it.from(), it.to(), it.factor(), standing);
            case Partner it ->
                one(
                        it.code(),
                        it.name(),
                        it.country(),
                        roles(it),
                        it.reach().word(),
                        text(it.gln()),
                        text(it.policy().minimumRemainingDays()),
                        it.policy().lotsPerLine().word(),
                        text(it.policy().presumedAfterDays()),
                        it.policy().statusAtReceipt() == null
                                ? ""
                                : it.policy().statusAtReceipt().word(),
                        standing);
            case ShipTo it ->
                one(
                        it.partner(),
                        it.code(),
                        it.name(),
                        it.address(),
                        it.country(),
                        text(it.gln()),
                        standing);
            case Resource it -> one(it.code(), it.name(), it.kind().word(), it.site(), standing);
            case Recipe it ->
                it.lines().stream().map(line -> row(it, line, standing)).toList();
            case PurchaseOrder it ->
                lines(it, standing, it.code(), it.supplier(), it.site(), text(it.due()));
            case SalesOrder it ->
                lines(it, standing, it.code(), it.customer(), text(it.shipTo()), text(it.due()));
            case WorkOrder it ->
                one(
                        it.code(),
                        it.site(),
                        it.item(),
                        it.recipeRevision(),
                        it.amount(),
                        text(it.resource()),
                        text(it.due()),
                        standing);
        };
    }

    private static List<String> item(Item it, ItemPolicy policy, String standing) {
        return one(
                        it.code(),
                        it.name(),
                        it.baseUnit(),
                        it.tracking().word(),
                        text(policy.shelfLifeDays()),
                        policy.statusAtReceipt().word(),
                        policy.statusAtProduction().word(),
                        policy.sublots().word(),
                        text(policy.catchWeightUnit()),
                        text(policy.gtin()),
                        text(policy.numbering()),
                        text(policy.expiryAlertDays()),
                        text(policy.retestAlertDays()),
                        text(policy.packLevels()),
                        text(policy.unitWeight()),
                        standing)
                .getFirst();
    }

    private static List<String> row(Recipe it, RecipeLine line, String standing) {
        return one(
                        it.item(),
                        it.revision(),
                        it.tolerancePercent().toPlainString(),
                        line.part().word(),
                        line.item(),
                        line.amount(),
                        line.tolerancePercent() == null
                                ? ""
                                : line.tolerancePercent().toPlainString(),
                        line.alternates().stream()
                                .map(Alternate::text)
                                .collect(Collectors.joining(" | ")),
                        RecipeStep.text(it.steps()),
                        standing)
                .getFirst();
    }

    private static List<List<String>> lines(LinedOrder order, String standing, Object... head) {
        return order.lines().stream()
                .map(line -> Stream.of(
                                Arrays.stream(head),
                                Stream.of(
                                        line.number(),
                                        line.item(),
                                        line.amount(),
                                        text(line.due()),
                                        percent(line.overPercent()),
                                        percent(line.underPercent()),
                                        standing))
                        .flatMap(cells -> cells)
                        .map(Object::toString)
                        .toList())
                .toList();
    }

    private static String percent(BigDecimal percent) {
        return percent.signum() == 0 ? "" : percent.toPlainString();
    }

    private static String roles(Partner partner) {
        return partner.roles().stream().map(PartnerRole::word).collect(Collectors.joining(" "));
    }

    private static List<List<String>> one(Object... cells) {
        return List.of(Arrays.stream(cells).map(Object::toString).toList());
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
