package stemma.shipping;

import stemma.catalog.Catalog;
import stemma.catalog.Site;
import stemma.identifiers.LotId;
import stemma.ledger.Entered;
import stemma.ledger.Event;
import stemma.ledger.Line;
import stemma.ledger.Passport;
import stemma.ledger.Place;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.printing.DeliveryNote;
import stemma.shell.SiteTime;
import stemma.stock.Handled;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts together what a consignee gets on paper, of the entries of a shipment that stand. */
public final class DeliveryNotes {
    private final Catalog catalog;
    private final Lots lots;
    private final LotPapers papers;

    public DeliveryNotes(Catalog catalog, Lots lots, LotPapers papers) {
        this.catalog = catalog;
        this.lots = lots;
        this.papers = papers;
    }

    /** Returns the delivery note of a shipment to one consignee, its moment in site time. */
    public DeliveryNote note(Consignment shipment, SiteTime time) {
        return note(shipment, papers.with(shipment), time);
    }

    /** Returns the same where the papers that may go with it are known. */
    DeliveryNote note(Consignment shipment, List<LotPapers.LotPaper> papers, SiteTime time) {
        Map<LotId, Load> loads = new HashMap<>();
        shipment.loads().forEach(load -> loads.put(load.lot().lot().id(), load));
        List<Line> sent = sent(shipment);
        Map<LotId, Lot> known =
                lots.lots(sent.stream().map(line -> line.lot().first()).toList());
        List<DeliveryNote.Line> lines =
                sent.stream().map(line -> line(line, known, loads)).toList();
        var site = catalog.sites(Set.of(shipment.site())).get(shipment.site());
        String to =
                shipment.whom() + (shipment.address().isEmpty() ? "" : ", " + shipment.address());
        return new DeliveryNote(
                shipment.code(),
                shipment.orders().stream().map(Object::toString).collect(Collectors.joining(", ")),
                site == null ? shipment.site().code() : from(site),
                shipment.consignee().code(),
                to,
                time.wall(shipment.at()) + " " + time.zoneName(shipment.at()),
                lines,
                papers.stream()
                        .filter(LotPapers.LotPaper::isGood)
                        .map(LotPapers.LotPaper::words)
                        .toList());
    }

    private static List<Line> sent(Consignment shipment) {
        List<Line> lines = new ArrayList<>();
        for (Entered entry : shipment.entries())
            if (entry.stands() && entry.recorded().effect() instanceof Event.Shipped shipped)
                lines.addAll(shipped.lines());
        return lines;
    }

    private static String from(Site site) {
        return site.address() == null ? site.name() : site.name() + ", " + site.address();
    }

    private DeliveryNote.Line line(Line line, Map<LotId, Lot> known, Map<LotId, Load> loads) {
        Lot lot = Objects.requireNonNull(known.get(line.lot().first()));
        Load load = Objects.requireNonNull(loads.get(lot.id()));
        String container = line.from() instanceof Place.InContainer(var code) ? code.code() : "";
        String weight = line.catchWeight() == null ? "" : ", " + Handled.shown(line.catchWeight());
        return new DeliveryNote.Line(
                lot.item().code(),
                load.lot().itemName(),
                load.lot().number(),
                goodUntil(lot.passport()),
                lot.isSerial() ? SerialRanges.words(lots.serials(line.lot())) : "",
                container,
                Handled.shown(line.quantity()) + weight);
    }

    private static String goodUntil(Passport passport) {
        if (passport.expiry() != null) return passport.expiry().text();
        return passport.bestBefore() == null ? "" : passport.bestBefore().text();
    }
}
