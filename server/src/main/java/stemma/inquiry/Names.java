package stemma.inquiry;

import org.jspecify.annotations.Nullable;

import stemma.catalog.Catalog;
import stemma.catalog.Item;
import stemma.catalog.Location;
import stemma.catalog.Master;
import stemma.catalog.MasterKey;
import stemma.catalog.Masters;
import stemma.catalog.Partner;
import stemma.catalog.Resource;
import stemma.catalog.ShipTo;
import stemma.catalog.Site;
import stemma.database.AtOnce;
import stemma.identifiers.ItemCode;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.RunId;
import stemma.identifiers.ShipToCode;
import stemma.ledger.Place;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** What codes stand for, read once for a page; a code whose master is missing stands for itself. */
public final class Names {
    private static final Pattern OWN_RUN = Pattern.compile("[0-9a-f-]{36}(/\\d+)?");

    private final Masters masters;

    private Names(Map<MasterKey, Master> masters) {
        this.masters = new Masters(masters);
    }

    /** Knows nothing but codes. */
    static Names none() {
        return new Names(Map.of());
    }

    /** Reads the names of these items, partners and places: at most one query per kind. */
    static Names of(
            Catalog catalog,
            Collection<ItemCode> items,
            Collection<PartnerCode> partners,
            Collection<Place> places) {
        return new Names(Map.of()).and(catalog, items, partners, places);
    }

    /** Returns these and those; only what is not known yet is read. */
    Names and(
            Catalog catalog,
            Collection<ItemCode> items,
            Collection<PartnerCode> partners,
            Collection<Place> places) {
        Set<MasterKey> keys = missing(items, partners, places);
        return keys.isEmpty() ? this : with(catalog.masters(keys).byKey());
    }

    /** Asks for those together with other questions; returns these and those. */
    Supplier<Names> asking(
            AtOnce message,
            Catalog catalog,
            Collection<ItemCode> items,
            Collection<PartnerCode> partners,
            Collection<Place> places) {
        Set<MasterKey> keys = missing(items, partners, places);
        if (keys.isEmpty()) return () -> this;
        Supplier<Map<MasterKey, Master>> found = catalog.ask(message, keys);
        return () -> with(found.get());
    }

    private Names with(Map<MasterKey, Master> more) {
        Map<MasterKey, Master> all = new HashMap<>(masters.byKey());
        all.putAll(more);
        return new Names(all);
    }

    private Set<MasterKey> missing(
            Collection<ItemCode> items,
            Collection<PartnerCode> partners,
            Collection<Place> places) {
        Set<MasterKey> keys = new LinkedHashSet<>();
        items.forEach(item -> keys.add(Item.key(item)));
        partners.forEach(partner -> keys.add(Partner.key(partner)));
        for (Place place : places) {
            switch (place) {
                case Place.At(var site, var location) -> keys.add(Location.key(site, location));
                case Place.OfSupplier(var partner) -> keys.add(Partner.key(partner));
                case Place.InCustody(var partner) -> keys.add(Partner.key(partner));
                case Place.OfCustomer(var partner, var shipTo) -> {
                    keys.add(Partner.key(partner));
                    if (shipTo != null) keys.add(ShipTo.key(partner, shipTo));
                }
                case Place.InVessel(var vessel) -> keys.add(Resource.key(vessel));
                case Place.InTransfer(var to, var _) -> keys.add(Site.key(to));
                case Place.InRun _,
                        Place.InContainer _,
                        Place.InUnit _,
                        Place.InTransit _,
                        Place.Beyond _ -> {}
            }
        }
        keys.removeAll(masters.byKey().keySet());
        return keys;
    }

    public String item(ItemCode code) {
        return masters.item(code).map(Item::name).orElse(code.code());
    }

    public String partner(PartnerCode code) {
        return masters.partner(code).map(Partner::name).orElse(code.code());
    }

    public String shipTo(PartnerCode partner, @Nullable ShipToCode code) {
        if (code == null) return "";
        return masters.shipTo(partner, code).map(ShipTo::name).orElse(code.code());
    }

    /** Returns the country to which goods went: of the ship-to, else of the partner, else none. */
    public String country(PartnerCode partner, @Nullable ShipToCode shipTo) {
        String own = masters.partner(partner).map(p -> p.country().code()).orElse("");
        if (shipTo == null) return own;
        return masters.shipTo(partner, shipTo).map(s -> s.country().code()).orElse(own);
    }

    public String address(PartnerCode partner, @Nullable ShipToCode shipTo) {
        if (shipTo == null) return "";
        return masters.shipTo(partner, shipTo).map(ShipTo::address).orElse("");
    }

    /** A split, merge or return is a run of its own, named by its event and never by people. */
    static boolean isOwnRun(RunId run) {
        return OWN_RUN.matcher(run.code()).matches();
    }

    /** Returns a place as a person would say it. */
    public String place(Place place) {
        return switch (place) {
            case Place.At(var site, var location) ->
                masters.location(site, location).map(Location::name).orElse(location.code()) + " ("
                        + site + "/" + location + ")";
            case Place.OfSupplier(var partner) -> "supplier " + partner(partner);
            case Place.OfCustomer(var partner, var shipTo) ->
                partner(partner) + (shipTo == null ? "" : ", " + shipTo(partner, shipTo));
            case Place.InCustody(var partner) -> "our goods at " + partner(partner);
            case Place.InRun(var run) ->
                isOwnRun(run) ? "a new lot of the same material" : "run " + run;
            case Place.InContainer(var container) -> "container " + container;
            case Place.InVessel(var vessel) ->
                "vessel " + masters.resource(vessel).map(Resource::name).orElse(vessel.code());
            case Place.InUnit(var unit) -> "built into unit " + unit.ordinal();
            case Place.InTransit(var shipment) -> "on the road, shipment " + shipment;
            case Place.InTransfer(var to, var transfer) ->
                "on the way to " + masters.site(to).map(Site::name).orElse(to.code())
                        + ", transfer " + transfer;
            case Place.Beyond beyond -> beyond.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }
}
