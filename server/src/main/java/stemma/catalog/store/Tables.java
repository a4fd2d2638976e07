package stemma.catalog.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.catalog.Conversion;
import stemma.catalog.Item;
import stemma.catalog.Location;
import stemma.catalog.Master;
import stemma.catalog.MasterKey;
import stemma.catalog.MasterKind;
import stemma.catalog.Partner;
import stemma.catalog.PurchaseOrder;
import stemma.catalog.Recipe;
import stemma.catalog.Resource;
import stemma.catalog.Revised;
import stemma.catalog.SalesOrder;
import stemma.catalog.ShipTo;
import stemma.catalog.Site;
import stemma.catalog.WorkOrder;
import stemma.database.AtOnce;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The tables of all kinds of master on one connection. */
public record Tables(
        MasterTable<Site> sites,
        MasterTable<Location> locations,
        MasterTable<Item> items,
        MasterTable<Conversion> conversions,
        MasterTable<Partner> partners,
        MasterTable<ShipTo> shipTos,
        MasterTable<Resource> resources,
        MasterTable<Recipe> recipes,
        MasterTable<PurchaseOrder> purchaseOrders,
        MasterTable<WorkOrder> workOrders,
        MasterTable<SalesOrder> salesOrders) {
    public Tables(JdbcClient jdbc) {
        this(
                SiteTable.on(jdbc),
                LocationTable.on(jdbc),
                ItemTable.on(jdbc),
                ConversionTable.on(jdbc),
                PartnerTable.on(jdbc),
                ShipToTable.on(jdbc),
                ResourceTable.on(jdbc),
                RecipeTable.on(jdbc),
                PurchaseOrderTable.on(jdbc),
                WorkOrderTable.on(jdbc),
                SalesOrderTable.on(jdbc));
    }

    /** Returns the table of a kind. */
    public MasterTable<? extends Master> of(MasterKind kind) {
        return switch (kind) {
            case SITE -> sites;
            case LOCATION -> locations;
            case ITEM -> items;
            case CONVERSION -> conversions;
            case PARTNER -> partners;
            case SHIP_TO -> shipTos;
            case RESOURCE -> resources;
            case RECIPE -> recipes;
            case PURCHASE_ORDER -> purchaseOrders;
            case WORK_ORDER -> workOrders;
            case SALES_ORDER -> salesOrders;
        };
    }

    /** Returns those that exist of the keys, of any kinds: one query per kind asked for. */
    public Map<MasterKey, Revised<? extends Master>> find(Collection<MasterKey> keys) {
        Map<MasterKey, Revised<? extends Master>> found = new HashMap<>();
        byKind(keys).forEach((kind, normals) -> {
            for (Revised<? extends Master> revised : of(kind).find(normals)) {
                found.put(revised.master().key(), revised);
            }
        });
        return found;
    }

    /** Asks for the same together with other questions. */
    public Supplier<Map<MasterKey, Master>> ask(AtOnce message, Collection<MasterKey> keys) {
        List<Supplier<? extends List<? extends Revised<? extends Master>>>> asked =
                new ArrayList<>();
        byKind(keys).forEach((kind, normals) -> asked.add(message.ask(of(kind).ask(normals))));
        return () -> {
            Map<MasterKey, Master> found = new HashMap<>();
            for (var kind : asked)
                kind.get().forEach(one -> found.put(one.master().key(), one.master()));
            return found;
        };
    }

    /** Counts one more revision for each of the masters. */
    public void countRevision(Collection<MasterKey> keys) {
        byKind(keys).forEach((kind, normals) -> of(kind).countRevision(normals));
    }

    private static Map<MasterKind, Set<String>> byKind(Collection<MasterKey> keys) {
        Map<MasterKind, Set<String>> byKind = new TreeMap<>();
        for (MasterKey key : keys) {
            byKind.computeIfAbsent(key.kind(), kind -> new HashSet<>()).add(key.normal());
        }
        return byKind;
    }
}
