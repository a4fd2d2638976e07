package stemma.stock;

import stemma.identifiers.ContainerCode;
import stemma.identifiers.LotId;
import stemma.identifiers.SiteCode;
import stemma.ledger.Place;
import stemma.ledger.Undo;
import stemma.lots.Lot;
import stemma.stock.store.SiteRows;
import stemma.stock.store.StockTable;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The sites at which lots stand, and those at which they ever were. */
public final class LotSites {
    private final SiteRows rows;
    private final StockTable table;

    LotSites(SiteRows rows, StockTable table) {
        this.rows = rows;
        this.table = table;
    }

    /** Returns the sites at which each began, stood, or to which it was under way. */
    public Map<LotId, Set<SiteCode>> ever(Collection<Lot> lots) {
        Map<LotId, Set<SiteCode>> sites = of(lots, rows.ever(keys(lots)));
        lots.forEach(
                lot -> sites.computeIfAbsent(lot.id(), _ -> new TreeSet<>()).add(lot.site()));
        return sites;
    }

    /** Returns the sites at which each stands now; where it stands at none, where it began. */
    public Map<LotId, Set<SiteCode>> now(Collection<Lot> lots) {
        Map<LotId, Set<SiteCode>> sites = of(lots, rows.now(keys(lots)));
        for (Lot lot : lots) {
            Set<SiteCode> there = sites.computeIfAbsent(lot.id(), _ -> new TreeSet<>());
            if (there.isEmpty()) there.add(lot.site());
        }
        return sites;
    }

    private static List<Long> keys(Collection<Lot> lots) {
        return lots.stream().map(Lot::key).distinct().toList();
    }

    private Map<LotId, Set<SiteCode>> of(Collection<Lot> lots, Map<Long, Set<Place>> places) {
        Set<ContainerCode> inside = new TreeSet<>();
        for (Set<Place> there : places.values()) {
            for (Place place : there)
                if (place instanceof Place.InContainer(var code)) inside.add(code);
        }
        ContainerBook containers = new ContainerBook(
                inside.isEmpty() ? List.of() : table.containers(inside), new Undo());
        Map<LotId, Set<SiteCode>> sites = new HashMap<>();
        for (Lot lot : lots) {
            Set<SiteCode> its = sites.computeIfAbsent(lot.id(), _ -> new TreeSet<>());
            for (Place place : places.getOrDefault(lot.key(), Set.of()))
                Places.site(containers.standing(place)).ifPresent(its::add);
        }
        return sites;
    }
}
