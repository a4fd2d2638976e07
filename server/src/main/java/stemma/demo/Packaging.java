package stemma.demo;

import stemma.catalog.InitialStatus;
import stemma.catalog.Item;
import stemma.catalog.ItemPolicy;
import stemma.catalog.Tracking;
import stemma.identifiers.ItemCode;
import stemma.quantity.Unit;

import java.util.List;

/** What people take from the rack without reading a number: pools, so many to a case. */
record Packaging(ItemCode item, String name, int perCase) {
    private static final Packaging CUP = new Packaging(new ItemCode("CUP"), "Cup 400 ml", 6);
    private static final Packaging TRAY = new Packaging(new ItemCode("TRAY"), "Tray 400 g", 6);
    private static final Packaging CARTON = new Packaging(new ItemCode("CARTON"), "Carton", 1);

    static List<Packaging> all() {
        return List.of(CUP, TRAY, CARTON);
    }

    /** Returns what a case of that item is packed in. */
    static List<Packaging> of(Finished finished) {
        return List.of(finished.isSoup() ? CUP : TRAY, CARTON);
    }

    Item master() {
        return Item.of(item, name, Unit.EACH, Tracking.POOL)
                .with(ItemPolicy.USUAL.withStatusAtReceipt(InitialStatus.RELEASED));
    }
}
