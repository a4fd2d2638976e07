package stemma.intake;

import stemma.access.Caller;
import stemma.catalog.Catalog;
import stemma.catalog.PurchaseOrder;
import stemma.catalog.Resource;
import stemma.catalog.Site;
import stemma.catalog.WorkOrder;
import stemma.identifiers.ContainerCode;
import stemma.identifiers.EventId;
import stemma.identifiers.HoldCode;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.OrderCode;
import stemma.identifiers.Portion;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.SiteCode;
import stemma.ledger.Ledger;
import stemma.ledger.Place;
import stemma.ledger.Recorded;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.stock.Places;
import stemma.stock.Stock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which things, called by the codes that addresses carry, are hidden from a caller who has rights
 * at some sites only. What does not exist is not hidden: it is answered by whoever is asked for it.
 */
public final class Hidden {
    private final Lots lots;
    private final Stock stock;
    private final Catalog catalog;
    private final Ledger ledger;
    private final Walls walls;

    public Hidden(Lots lots, Stock stock, Catalog catalog, Ledger ledger, Walls walls) {
        this.lots = lots;
        this.stock = stock;
        this.catalog = catalog;
        this.ledger = ledger;
        this.walls = walls;
    }

    /** Says so of a receipt, run, shipment, return or order: nothing told of it is to be seen. */
    public boolean document(Caller caller, String code) {
        List<Recorded> told = ledger.history().ofDocument(code);
        if (told.stream().anyMatch(one -> walls.sees(caller, one.event()))) return false;
        List<SiteCode> ordered = orderedAt(code);
        boolean exists = !told.isEmpty() || !ordered.isEmpty();
        return exists && ordered.stream().noneMatch(site -> Walls.sees(caller, site));
    }

    private List<SiteCode> orderedAt(String code) {
        OrderCode order = new OrderCode(code);
        List<SiteCode> sites = new ArrayList<>();
        catalog.find(PurchaseOrder.key(order))
                .ifPresent(known -> sites.add(((PurchaseOrder) known.master()).site()));
        catalog.find(WorkOrder.key(order))
                .ifPresent(known -> sites.add(((WorkOrder) known.master()).site()));
        return sites;
    }

    /** Says so of a container: by where it stands, or else by what was told of it. */
    public boolean container(Caller caller, String code) {
        Place standing = stock.stands(new ContainerCode(code));
        Optional<SiteCode> site = Places.site(standing);
        if (site.isPresent() && Walls.sees(caller, site.get())) return false;
        return document(caller, code);
    }

    /**
     * Says so of a hold: by the site at which it was set, or else by the lots that bear its mark.
     */
    public boolean hold(Caller caller, String code) {
        return stock.hold(new HoldCode(code))
                .filter(hold -> walls.site(hold)
                        .filter(site -> Walls.sees(caller, site))
                        .isEmpty())
                .isPresent();
    }

    /**
     * Says so of an event: it happened at a site that is not seen, and moved nothing from or to one
     * that is. That a lot may be known does not lay open every place where it was handled.
     */
    public boolean event(Caller caller, String id) {
        if (!id.matches("[0-9a-f-]{36}")) return false;
        return ledger.event(EventId.of(id))
                .filter(recorded -> !walls.sight(caller).tells(recorded.event()))
                .isPresent();
    }

    /** Says so of a lot or of units, by their id. */
    public boolean lot(Caller caller, String id) {
        if (!LotId.looksLike(id.replaceAll("\\.\\..*", ""))) return false;
        Portion named = Portion.of(id);
        return !lots.lots(List.of(named.first())).isEmpty()
                && walls.seenIds(caller, List.of(named)).isEmpty();
    }

    /** Says so of a site itself. */
    public boolean site(Caller caller, String code) {
        return catalog.find(Site.key(new SiteCode(code))).isPresent()
                && !Walls.sees(caller, new SiteCode(code));
    }

    /** Says so of a number of lots, as {@code A-1} or {@code item:A-1}. */
    public boolean number(Caller caller, String name) {
        String number = name.substring(name.indexOf(':') + 1);
        if (number.isBlank()) return false;
        List<Lot> family = lots.families(Set.of(LotNumber.normal(number)));
        return !family.isEmpty() && walls.seen(caller, family).isEmpty();
    }

    /** Says so of a vessel or another resource. */
    public boolean resource(Caller caller, String code) {
        return catalog.find(Resource.key(new ResourceCode(code)))
                .filter(known -> !Walls.sees(caller, ((Resource) known.master()).site()))
                .isPresent();
    }
}
