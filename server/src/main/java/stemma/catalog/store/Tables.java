package stemma.catalog.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.catalog.Conversion;
import stemma.catalog.Item;
import stemma.catalog.Location;
import stemma.catalog.Master;
import stemma.catalog.MasterKind;
import stemma.catalog.Partner;
import stemma.catalog.Recipe;
import stemma.catalog.Resource;
import stemma.catalog.ShipTo;
import stemma.catalog.Site;

/** The tables of all kinds of master on one connection. */
public record Tables(
        MasterTable<Site> sites,
        MasterTable<Location> locations,
        MasterTable<Item> items,
        MasterTable<Conversion> conversions,
        MasterTable<Partner> partners,
        MasterTable<ShipTo> shipTos,
        MasterTable<Resource> resources,
        MasterTable<Recipe> recipes) {
    public Tables(JdbcClient jdbc) {
        this(
                SiteTable.on(jdbc),
                LocationTable.on(jdbc),
                ItemTable.on(jdbc),
                ConversionTable.on(jdbc),
                PartnerTable.on(jdbc),
                ShipToTable.on(jdbc),
                ResourceTable.on(jdbc),
                RecipeTable.on(jdbc));
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
        };
    }
}
