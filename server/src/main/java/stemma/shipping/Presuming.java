package stemma.shipping;

import stemma.catalog.Catalog;
import stemma.catalog.Partner;
import stemma.catalog.Site;
import stemma.identifiers.ActorId;
import stemma.identifiers.EventId;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.ShipmentCode;
import stemma.journal.Author;
import stemma.journal.WorldClock;
import stemma.ledger.Answer;
import stemma.ledger.Circumstances;
import stemma.ledger.Claim;
import stemma.ledger.DeliveryBasis;
import stemma.ledger.Event;
import stemma.ledger.Evidence;
import stemma.ledger.Ledger;
import stemma.ledger.Occurrence;
import stemma.ledger.Place;
import stemma.ledger.Submission;
import stemma.ledger.TimeSource;
import stemma.stock.Balance;
import stemma.stock.Shipment;
import stemma.stock.Stock;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * States that what is still under way has arrived, once as many days have passed as was agreed with
 * the customer. It is presumed, and says so; proof that comes later corrects it. Each shipment is
 * presumed once: the id of the event follows from that of the shipment.
 */
public final class Presuming {
    private static final Author CLOCK = new Author(new ActorId("clock"), "clock", "server");
    private static final String ROLE = "presumed";

    private final Catalog catalog;
    private final Stock stock;
    private final Shipping shipping;
    private final Ledger ledger;
    private final WorldClock clock;

    public Presuming(
            Catalog catalog, Stock stock, Shipping shipping, Ledger ledger, WorldClock clock) {
        this.catalog = catalog;
        this.stock = stock;
        this.shipping = shipping;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Presumes what may be presumed now; returns how many shipments. */
    public int presume() {
        Set<ShipmentCode> underWay = new TreeSet<>();
        for (Balance balance : stock.onTheRoad()) {
            if (balance.place() instanceof Place.InTransit(var code)) underWay.add(code);
        }
        if (underWay.isEmpty()) return 0;
        List<Shipment> shipments = stock.shipments(underWay);
        Map<PartnerCode, Partner> partners = catalog.partners(
                shipments.stream().map(Shipment::consignee).distinct().toList());
        int presumed = 0;
        for (Shipment shipment : shipments) {
            Partner partner = partners.get(shipment.consignee());
            Integer days = partner == null ? null : partner.policy().presumedAfterDays();
            if (days == null) continue;
            Instant at = shipment.shippedAt().plus(Duration.ofDays(days));
            if (!at.isAfter(clock.now()) && state(shipment, at)) presumed++;
        }
        return presumed;
    }

    private boolean state(Shipment shipment, Instant at) {
        Optional<EventId> shipped = shipping.shipped(shipment.code());
        if (shipped.isEmpty()) return false;
        Site site = catalog.sites(List.of(shipment.site())).get(shipment.site());
        ZoneId zone = site == null ? ZoneOffset.UTC : site.zone();
        Circumstances circumstances = Circumstances.of(
                shipped.get().derived(ROLE),
                Claim.INTENT,
                Occurrence.at(at, TimeSource.STATED, zone),
                shipment.site(),
                Evidence.ASSUMED);
        Answer answer = ledger.append(Submission.of(
                CLOCK,
                List.of(new Event.Delivered(
                        circumstances,
                        shipment.code(),
                        shipment.consignee(),
                        shipment.shipTo(),
                        DeliveryBasis.PRESUMED,
                        List.of()))));
        return answer instanceof Answer.Appended(var _, var novelty)
                && novelty == Answer.Novelty.NEW;
    }
}
