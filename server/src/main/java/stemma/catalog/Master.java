package stemma.catalog;

import java.util.List;

/** What the catalog defines once and events name by code; never a physical thing. */
public sealed interface Master
        permits Item, Conversion, Partner, ShipTo, Site, Location, Resource, Recipe, Order {
    /** Returns the key of this master, on its normal form, unique among the masters of its kind. */
    MasterKey key();

    /** Returns the masters without which this one means nothing, in the order of its fields. */
    default List<MasterKey> restsOn() {
        return List.of();
    }

    /** Returns whether the master may still be used in new records. */
    Standing standing();

    /** Returns the same master with another standing. */
    Master with(Standing standing);
}
