package stemma.catalog;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ItemCode;
import stemma.quantity.Unit;

import java.util.List;

/**
 * One {@code from} is {@code factor} times {@code to}, for one item or, without an item, for all.
 * The version counts its revisions from 1 and is 0 until the catalog has recorded it.
 */
public record Conversion(
        @Nullable ItemCode item, Unit from, Unit to, Factor factor, int version, Standing standing)
        implements Master {
    public Conversion {
        if (from.equals(to)) {
            throw new MalformedMaster(
                    "conversion_to_itself",
                    "to",
                    "a conversion needs two units, not " + from + " twice");
        }
    }

    /** Returns an active conversion that holds for every item. */
    public static Conversion universal(Unit from, Unit to, Factor factor) {
        return new Conversion(null, from, to, factor, 0, Standing.ACTIVE);
    }

    /** Returns an active conversion of one item, such as a case of 12. */
    public static Conversion of(ItemCode item, Unit from, Unit to, Factor factor) {
        return new Conversion(item, from, to, factor, 0, Standing.ACTIVE);
    }

    /** Returns the same conversion as the given revision of it. */
    Conversion at(int revision) {
        return new Conversion(item, from, to, factor, revision, standing);
    }

    @Override
    public Conversion with(Standing standing) {
        return new Conversion(item, from, to, factor, version, standing);
    }

    @Override
    public List<MasterKey> restsOn() {
        return item == null ? List.of() : List.of(Item.key(item));
    }

    @Override
    public MasterKey key() {
        return MasterKey.of(
                MasterKind.CONVERSION, item == null ? "" : item.code(), unit(from), unit(to));
    }

    // Units differ by case (mg, Mg), codes do not: a capital is marked so that it survives the
    // normal form.
    private static String unit(Unit unit) {
        return unit.code().replaceAll("(\\p{Lu})", "^$1");
    }
}
