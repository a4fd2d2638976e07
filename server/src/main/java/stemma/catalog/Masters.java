package stemma.catalog;

import stemma.identifiers.ItemCode;
import stemma.identifiers.LocationCode;
import stemma.identifiers.OrderCode;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.ShipToCode;
import stemma.identifiers.SiteCode;

import java.util.Map;
import java.util.Optional;

/** The masters found for a set of keys, retired ones too; looked up by code in any spelling. */
public record Masters(Map<MasterKey, Master> byKey) {
    public Masters {
        byKey = Map.copyOf(byKey);
    }

    public Optional<Item> item(ItemCode code) {
        return find(Item.key(code), Item.class);
    }

    public Optional<Site> site(SiteCode code) {
        return find(Site.key(code), Site.class);
    }

    public Optional<Location> location(SiteCode site, LocationCode code) {
        return find(Location.key(site, code), Location.class);
    }

    public Optional<Partner> partner(PartnerCode code) {
        return find(Partner.key(code), Partner.class);
    }

    public Optional<ShipTo> shipTo(PartnerCode partner, ShipToCode code) {
        return find(ShipTo.key(partner, code), ShipTo.class);
    }

    public Optional<Resource> resource(ResourceCode code) {
        return find(Resource.key(code), Resource.class);
    }

    public Optional<Recipe> recipe(ItemCode item, String revision) {
        return find(Recipe.key(item, revision), Recipe.class);
    }

    public Optional<PurchaseOrder> purchaseOrder(OrderCode code) {
        return find(PurchaseOrder.key(code), PurchaseOrder.class);
    }

    public Optional<WorkOrder> workOrder(OrderCode code) {
        return find(WorkOrder.key(code), WorkOrder.class);
    }

    public Optional<SalesOrder> salesOrder(OrderCode code) {
        return find(SalesOrder.key(code), SalesOrder.class);
    }

    private <M extends Master> Optional<M> find(MasterKey key, Class<M> type) {
        return Optional.ofNullable(byKey.get(key)).map(type::cast);
    }
}
