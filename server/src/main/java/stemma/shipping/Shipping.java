package stemma.shipping;

import static java.util.Objects.requireNonNull;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.catalog.Catalog;
import stemma.documents.DocumentKey;
import stemma.documents.DocumentKind;
import stemma.documents.DocumentPage;
import stemma.documents.DocumentQuery;
import stemma.documents.DocumentRow;
import stemma.documents.Documents;
import stemma.identifiers.EventId;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.OrderCode;
import stemma.identifiers.ShipmentCode;
import stemma.ledger.Guard;
import stemma.ledger.Place;
import stemma.ledger.Projection;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.shipping.store.SentProjection;
import stemma.stock.Balance;
import stemma.stock.Handlings;
import stemma.stock.HoldsOnLots;
import stemma.stock.Stock;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The entry to shipping. However many shipments are read, the queries are a fixed few. */
public final class Shipping {
    private static final Set<DocumentKind> KINDS =
            EnumSet.of(DocumentKind.SHIPMENT, DocumentKind.RETURN);
    private final Documents documents;
    private final Consignments consignments;
    private final Stock stock;
    private final Lots lots;

    public Shipping(
            Documents documents, Catalog catalog, Lots lots, Stock stock, Handlings handlings) {
        this.documents = documents;
        this.stock = stock;
        this.lots = lots;
        this.consignments = new Consignments(catalog, stock, handlings, documents);
    }

    /** Returns the rules of sales orders and of what customers agreed. */
    public static Guard guard(JdbcClient database, Catalog catalog) {
        return new SalesGuard(database, catalog);
    }

    /** Returns what keeps the sums that went out for orders. */
    public static Projection projection(JdbcClient database, Lots lots) {
        return new SentProjection(database, lots);
    }

    /** Returns a page of the shipments and returns that stand, the newest first. */
    public DocumentPage<Consignment> shipments(DocumentQuery query) {
        DocumentPage<DocumentKey> page = documents.page(KINDS, query);
        Map<DocumentKey, Consignment> told = consignments.told(documents.standing(page.rows()));
        return new DocumentPage<>(
                page.rows().stream().map(key -> requireNonNull(told.get(key))).toList(),
                page.total(),
                page.next());
    }

    /**
     * Returns what bears the code, one for each consignee; refused with {@code shipment_unknown}
     * where nothing does.
     */
    public List<Consignment> shipment(String code) {
        List<Consignment> found =
                List.copyOf(consignments.told(documents.ofCode(KINDS, code)).values());
        if (found.isEmpty()) throw unknown("shipment_unknown", "shipment", code);
        return found;
    }

    /** Returns the first event that stands by which goods left under the code. */
    public Optional<EventId> shipped(ShipmentCode code) {
        List<Long> standing =
                documents.ofCode(EnumSet.of(DocumentKind.SHIPMENT), code.code()).stream()
                        .filter(row -> !row.isEnded())
                        .map(DocumentRow::seq)
                        .toList();
        return consignments.shipped(standing);
    }

    /** Goods under way: how many shipments, and those of them with a lot that is held. */
    public record OnTheRoad(int shipments, List<Consignment> held) {}

    /** Returns what is under way now; what is held by now must be stopped. */
    public OnTheRoad onTheRoad() {
        List<Balance> road = stock.onTheRoad();
        Map<LotId, Lot> known =
                lots.lots(road.stream().map(b -> b.lot().first()).toList());
        HoldsOnLots holds = stock.holdsOn(new HashSet<>(known.values()));
        Set<String> codes = new TreeSet<>();
        Set<String> held = new TreeSet<>();
        for (Balance balance : road) {
            if (!(balance.place() instanceof Place.InTransit(var shipment))) continue;
            String normal = LotNumber.normal(shipment.code());
            codes.add(normal);
            Lot lot = known.get(balance.lot().first());
            if (lot != null && !holds.on(lot).isEmpty()) held.add(normal);
        }
        List<Consignment> stop = held.isEmpty()
                ? List.of()
                : consignments
                        .told(documents.ofCodes(EnumSet.of(DocumentKind.SHIPMENT), held))
                        .values()
                        .stream()
                        .filter(Consignment::mustStop)
                        .toList();
        return new OnTheRoad(codes.size(), stop);
    }

    /** Returns the shipments for an order, none where nothing went out for it. */
    public List<Consignment> shipmentsFor(OrderCode code) {
        String normal = LotNumber.normal(code.code());
        return consignments.told(documents.ofOrder(KINDS, code)).values().stream()
                .filter(one -> one.orders().stream()
                        .anyMatch(o -> LotNumber.normal(o.code()).equals(normal)))
                .toList();
    }

    /** Returns the shipments for an order; refused with {@code sales_order_unknown} for none. */
    public SalesOrderProgress salesOrder(OrderCode code) {
        List<Consignment> shipments = shipmentsFor(code);
        if (shipments.isEmpty()) throw unknown("sales_order_unknown", "sales order", code.code());
        return new SalesOrderProgress(code, shipments);
    }

    private static Refused unknown(String problem, String what, String code) {
        return new Refused(Problem.of(problem, 404, "There is no " + what + " " + code + ".")
                .notRecording("")
                .advising("Type the number into the box above: it also finds what looks like it.")
                .with("code", code));
    }
}
