package stemma.catalog;

import stemma.identifiers.ItemCode;
import stemma.quantity.Unit;

/** A product, material or component: its code, name, base unit, how it is tracked, its policy. */
public record Item(
        ItemCode code,
        String name,
        Unit baseUnit,
        Tracking tracking,
        ItemPolicy policy,
        Standing standing)
        implements Master {
    public Item {
        name = MasterText.name(name);
        if (tracking == Tracking.SERIAL && !baseUnit.equals(Unit.EACH)) {
            throw new MalformedMaster(
                    "serial_needs_each",
                    "baseUnit",
                    "a serialised item is counted in ea, not in " + baseUnit);
        }
        if (baseUnit.equals(policy.catchWeightUnit())) {
            throw new MalformedMaster(
                    "catch_weight_unit_same",
                    "catchWeightUnit",
                    "the catch weight needs another unit than " + baseUnit);
        }
    }

    /** Returns an active item with the usual policy. */
    public static Item of(ItemCode code, String name, Unit baseUnit, Tracking tracking) {
        return new Item(code, name, baseUnit, tracking, ItemPolicy.USUAL, Standing.ACTIVE);
    }

    public Item with(ItemPolicy policy) {
        return new Item(code, name, baseUnit, tracking, policy, standing);
    }

    @Override
    public Item with(Standing standing) {
        return new Item(code, name, baseUnit, tracking, policy, standing);
    }

    @Override
    public MasterKey key() {
        return key(code);
    }

    public static MasterKey key(ItemCode code) {
        return MasterKey.of(MasterKind.ITEM, code.code());
    }
}
