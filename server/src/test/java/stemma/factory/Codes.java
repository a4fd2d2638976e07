package stemma.factory;

import stemma.identifiers.ItemCode;
import stemma.identifiers.LocationCode;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.SiteCode;
import stemma.ledger.Place;
import stemma.quantity.Unit;

import java.util.List;

/**
 * The masters of one made-up factory: many share a database, told apart by the salt in each code.
 */
record Codes(long salt) {
    static final Unit KG = new Unit("kg");

    SiteCode site() {
        return new SiteCode("S" + salt);
    }

    ItemCode flour() {
        return item("FLOUR");
    }

    ItemCode dough() {
        return item("DOUGH");
    }

    ItemCode bread() {
        return item("BREAD");
    }

    ItemCode part() {
        return item("PART");
    }

    ItemCode water() {
        return item("WATER");
    }

    ItemCode unit() {
        return item("UNIT");
    }

    List<ItemCode> items() {
        return List.of(flour(), dough(), bread(), part(), water(), unit());
    }

    Unit of(ItemCode item) {
        return List.of(flour(), dough(), water()).contains(item) ? KG : Unit.EACH;
    }

    boolean isSerial(ItemCode item) {
        return item.equals(unit());
    }

    boolean isPool(ItemCode item) {
        return item.equals(water());
    }

    PartnerCode supplier() {
        return new PartnerCode("MILL" + salt);
    }

    List<PartnerCode> customers() {
        return List.of(new PartnerCode("SHOP" + salt), new PartnerCode("CAFE" + salt));
    }

    List<Place> locations() {
        return List.of(at("MAIN"), at("COLD"));
    }

    List<ResourceCode> lines() {
        return List.of(new ResourceCode("LINE1-" + salt), new ResourceCode("LINE2-" + salt));
    }

    List<ResourceCode> tanks() {
        return List.of(new ResourceCode("TANK1-" + salt), new ResourceCode("TANK2-" + salt));
    }

    private ItemCode item(String name) {
        return new ItemCode(name + salt);
    }

    private Place at(String location) {
        return new Place.At(site(), new LocationCode(location));
    }
}
