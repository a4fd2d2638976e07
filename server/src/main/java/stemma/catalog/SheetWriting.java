package stemma.catalog;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a master as the rows of its sheet, in the order of {@link SheetColumns}. */
public final class SheetWriting {
    private SheetWriting() {}

    /** Returns the rows: one, or one per line of a recipe. */
    public static List<List<String>> rows(Master master) {
        String standing = master.standing().word();
        return switch (master) {
            case Site it ->
                one(it.code(), it.name(), it.country(), it.zone(), text(it.gln()), standing);
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
                it.lines().stream()
                        .map(line -> one(
                                        it.item(),
                                        it.revision(),
                                        it.tolerancePercent().toPlainString(),
                                        line.part().word(),
                                        line.item(),
                                        line.amount(),
                                        standing)
                                .getFirst())
                        .toList();
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
                        standing)
                .getFirst();
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
