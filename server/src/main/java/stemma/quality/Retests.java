package stemma.quality;

import stemma.catalog.Catalog;
import stemma.catalog.Site;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.warehouse.Warehouse;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is to be tested again and when, and which date a lot that has passed is given next. */
public final class Retests {
    private final Warehouse warehouse;
    private final Lots lots;
    private final Catalog catalog;
    private final Quality quality;

    public Retests(Warehouse warehouse, Lots lots, Catalog catalog, Quality quality) {
        this.warehouse = warehouse;
        this.lots = lots;
        this.catalog = catalog;
        this.quality = quality;
    }

    /** Returns the dates that a judgement on the inspection gives to its lots. */
    public List<NextRetest> next(InspectionCard card) {
        Set<LotId> ids =
                card.inspection().lots().stream().map(Portion::first).collect(Collectors.toSet());
        Map<LotId, Lot> known = lots.lots(ids);
        Site site = catalog.sites(List.of(card.inspection().site()))
                .get(card.inspection().site());
        ZoneId zone = site == null ? ZoneOffset.UTC : site.zone();
        List<NextRetest> next = new ArrayList<>();
        for (Portion portion : card.inspection().lots()) {
            Lot lot = known.get(portion.first());
            // A range of a block has no passport of its own.
            if (lot == null || !lot.span().equals(portion)) continue;
            NextRetest.of(card, lot, zone).ifPresent(next::add);
        }
        return next;
    }
}
