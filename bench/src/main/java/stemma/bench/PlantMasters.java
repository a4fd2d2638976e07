package stemma.bench;

import stemma.catalog.Country;
import stemma.catalog.InitialStatus;
import stemma.catalog.Item;
import stemma.catalog.ItemPolicy;
import stemma.catalog.Location;
import stemma.catalog.Master;
import stemma.catalog.Partner;
import stemma.catalog.PartnerRole;
import stemma.catalog.Resource;
import stemma.catalog.ResourceKind;
import stemma.catalog.ShipTo;
import stemma.catalog.Site;
import stemma.catalog.Tracking;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LocationCode;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.ShipToCode;
import stemma.identifiers.SiteCode;
import stemma.ledger.Place;
import stemma.quantity.Unit;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The plant as its catalog knows it: one site, its places, lines, items, suppliers, customers. */
final class PlantMasters {
    static final SiteCode SITE = new SiteCode("BENCH");
    static final ZoneId ZONE = ZoneId.of("Europe/London");
    static final Place GOODS_IN = at("GOODS-IN");
    static final Place LINE = at("LINE");
    static final Place FINISHED = at("FINISHED");
    static final Place DISPATCH = at("DISPATCH");
    static final Unit KILOGRAM = Unit.of("kg");
    static final int RAWS = 40;
    static final int FINISHED_ITEMS = 20;
    static final int SUPPLIERS = 15;
    static final int CUSTOMERS = 40;
    static final int SHIP_TOS = 5;
    static final int LINES = 4;

    private static final Country HOME = new Country("GB");
    private static final ItemPolicy RELEASED =
            ItemPolicy.USUAL.withStatusAtReceipt(InitialStatus.RELEASED);

    private PlantMasters() {}

    static Place at(String location) {
        return new Place.At(SITE, new LocationCode(location));
    }

    static ItemCode raw(int number) {
        return new ItemCode("RAW-" + number);
    }

    static ItemCode salt() {
        return new ItemCode("SALT");
    }

    static ItemCode mix(int number) {
        return new ItemCode("MIX-" + number);
    }

    static ItemCode packed(int number) {
        return new ItemCode("PACKED-" + number);
    }

    static PartnerCode supplier(int number) {
        return new PartnerCode("SUPPLIER-" + number);
    }

    static PartnerCode customer(int number) {
        return new PartnerCode("CUSTOMER-" + number);
    }

    static ShipToCode shipTo(int number) {
        return new ShipToCode("DOCK-" + number);
    }

    static ResourceCode line(int number) {
        return new ResourceCode("LINE-" + number);
    }

    /** Returns all masters, each after those that it rests on. */
    static List<Master> all() {
        List<Master> all = new ArrayList<>();
        all.add(Site.of(SITE, "The plant of the bench", HOME, ZONE));
        for (String code : List.of("GOODS-IN", "LINE", "FINISHED", "DISPATCH"))
            all.add(Location.of(SITE, new LocationCode(code), code));
        all.add(item(salt(), "Salt", KILOGRAM));
        for (int i = 0; i < RAWS; i++) all.add(item(raw(i), "Raw material " + i, KILOGRAM));
        for (int i = 0; i < FINISHED_ITEMS; i++) {
            all.add(item(mix(i), "Mix " + i, KILOGRAM));
            all.add(item(packed(i), "Packed meal " + i, Unit.EACH));
        }
        for (int i = 0; i < SUPPLIERS; i++)
            all.add(Partner.of(supplier(i), "Supplier " + i, HOME, PartnerRole.SUPPLIER));
        for (int i = 0; i < CUSTOMERS; i++) {
            all.add(Partner.of(customer(i), "Customer " + i, HOME, PartnerRole.CUSTOMER));
            for (int j = 0; j < SHIP_TOS; j++)
                all.add(ShipTo.of(customer(i), shipTo(j), "Dock " + j, j + " Quay Street", HOME));
        }
        for (int i = 0; i < LINES; i++)
            all.add(Resource.of(line(i), "Line " + i, ResourceKind.EQUIPMENT, SITE));
        return all;
    }

    private static Item item(ItemCode code, String name, Unit unit) {
        return Item.of(code, name, unit, Tracking.LOT).with(RELEASED);
    }
}
