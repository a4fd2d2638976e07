package stemma.shipping;

import static java.util.Objects.requireNonNull;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.catalog.Catalog;
import stemma.identifiers.LotNumber;
import stemma.identifiers.OrderCode;
import stemma.ledger.DocumentPage;
import stemma.ledger.DocumentQuery;
import stemma.ledger.Guard;
import stemma.ledger.Projection;
import stemma.lots.Lots;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.shipping.store.ShipmentKey;
import stemma.shipping.store.ShipmentProjection;
import stemma.shipping.store.ShipmentTable;
import stemma.stock.Handlings;
import stemma.stock.Stock;

import java.util.List;
import java.util.Map;

/** The entry to shipping. However many shipments are read, the queries are a fixed few. */
public final class Shipping {
    private final ShipmentTable table;
    private final Consignments consignments;

    public Shipping(JdbcClient database, Catalog catalog, Stock stock, Handlings handlings) {
        this.table = new ShipmentTable(database);
        this.consignments = new Consignments(catalog, stock, handlings, table);
    }

    /** Returns what lets writers of one shipment take turns. */
    public static Guard guard() {
        return new ShipmentTurns();
    }

    /** Returns what keeps the tables of this room. */
    public static Projection projection(JdbcClient database, Lots lots) {
        return new ShipmentProjection(database, lots);
    }

    /** Returns a page of the shipments and returns that stand, the newest first. */
    public DocumentPage<Consignment> shipments(DocumentQuery query) {
        DocumentPage<ShipmentKey> page = table.page(query);
        Map<ShipmentKey, Consignment> told = consignments.told(table.standing(page.rows()));
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
        List<Consignment> found = List.copyOf(
                consignments.told(table.ofCode(LotNumber.normal(code))).values());
        if (found.isEmpty()) throw unknown("shipment_unknown", "shipment", code);
        return found;
    }

    /** Returns the shipments for an order; refused with {@code sales_order_unknown}. */
    public SalesOrderProgress salesOrder(OrderCode code) {
        String normal = LotNumber.normal(code.code());
        List<Consignment> shipments =
                consignments.told(table.ofCodes(table.codesOfOrder(normal))).values().stream()
                        .filter(one -> one.orders().stream()
                                .anyMatch(o -> LotNumber.normal(o.code()).equals(normal)))
                        .toList();
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
