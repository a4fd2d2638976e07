package stemma.warehouse.web;

import org.jspecify.annotations.Nullable;

import stemma.catalog.Catalog;
import stemma.catalog.MasterKind;
import stemma.catalog.MasterQuery;
import stemma.catalog.Site;
import stemma.identifiers.ContainerCode;
import stemma.identifiers.LocationCode;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.Portion;
import stemma.identifiers.SiteCode;
import stemma.ledger.Place;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.quantity.Quantity;
import stemma.stock.Balance;
import stemma.stock.Container;
import stemma.stock.Stock;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what the words of a row mean: a lot, a unit or a container, and where it stands. */
final class Goods {
    private final Catalog catalog;
    private final Lots lots;
    private final Stock stock;

    Goods(Catalog catalog, Lots lots, Stock stock) {
        this.catalog = catalog;
        this.lots = lots;
        this.stock = stock;
    }

    /** A lot, or units of a block. */
    record Found(Lot lot, Portion portion) {}

    /** Returns the lot of the id, or the only one of that number or serial. */
    Optional<Found> lot(String id, String text) {
        if (LotId.looksLike(id.contains("..") ? id.substring(0, id.indexOf("..")) : id)) {
            Portion portion = Portion.of(id);
            return lots.lot(portion.first()).map(lot -> new Found(lot, portion));
        }
        if (text.isEmpty()) return Optional.empty();
        List<Lot> family = lots.family(null, new LotNumber(text));
        if (family.size() == 1)
            return Optional.of(new Found(family.getFirst(), family.getFirst().span()));
        var units = lots.bySerial(text);
        if (!family.isEmpty() || units.isEmpty()) return Optional.empty();
        var unit = units.getLast();
        return Optional.of(new Found(unit.block(), Portion.of(unit.unit())));
    }

    Optional<Container> container(String text) {
        if (text.isEmpty()) return Optional.empty();
        return stock.containers(List.of(new ContainerCode(text))).stream()
                .filter(c -> c.code().code().equalsIgnoreCase(text))
                .findFirst();
    }

    /** Returns how much of it is where, at places from which the act takes. */
    Map<Place, Quantity> standing(Found found, StoreAct act) {
        Map<Place, Quantity> places = new LinkedHashMap<>();
        for (Balance balance : stock.of(found.lot(), found.portion())) {
            if (!act.takesFrom(balance.place()) || !balance.quantity().isPositive()) continue;
            Quantity there = found.lot().isSerial()
                    ? Quantity.each(balance.lot().common(found.portion()).count())
                    : balance.quantity();
            places.merge(balance.place(), there, Quantity::plus);
        }
        return places;
    }

    /** Returns where goods at the place stand: for a container, where the outermost one does. */
    Place stands(Place place) {
        return place instanceof Place.InContainer(var code) ? stock.stands(code) : place;
    }

    /** Returns the site where a place is, if it is at one. */
    Optional<SiteCode> site(Place place) {
        Place at = stands(place);
        if (at instanceof Place.At(var site, var _)) return Optional.of(site);
        return at instanceof Place.InTransfer(var to, var _) ? Optional.of(to) : Optional.empty();
    }

    /** Returns the only site there is, if there is one only. */
    Optional<SiteCode> onlySite() {
        var sites = catalog.page(MasterKind.SITE, MasterQuery.ALL).rows();
        return sites.size() == 1 && sites.getFirst().master() instanceof Site site
                ? Optional.of(site.code())
                : Optional.empty();
    }

    /** Reads a place as people write it: a container, SITE/LOCATION, or a location of the site. */
    String place(String text, @Nullable SiteCode site) {
        String word = text.strip();
        if (word.contains(":")) return word;
        Optional<Container> container = container(word);
        if (container.isPresent()) return new Place.InContainer(container.get().code()).text();
        String[] parts = word.split("\\s*/\\s*", 2);
        if (parts.length == 2)
            return new Place.At(new SiteCode(parts[0]), new LocationCode(parts[1])).text();
        if (site == null || word.isEmpty()) return word;
        return new Place.At(site, new LocationCode(word)).text();
    }
}
