package stemma.shipping;

import static java.util.Objects.requireNonNull;

import stemma.catalog.Catalog;
import stemma.documents.DocumentKey;
import stemma.documents.DocumentKind;
import stemma.documents.DocumentPage;
import stemma.documents.DocumentQuery;
import stemma.documents.Documents;
import stemma.identifiers.LotNumber;
import stemma.identifiers.OrderCode;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.stock.Handlings;
import stemma.stock.Stock;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The entry to shipping. However many shipments are read, the queries are a fixed few. */
public final class Shipping {
    private static final Set<DocumentKind> KINDS =
            EnumSet.of(DocumentKind.SHIPMENT, DocumentKind.RETURN);
    private final Documents documents;
    private final Consignments consignments;

    public Shipping(Documents documents, Catalog catalog, Stock stock, Handlings handlings) {
        this.documents = documents;
        this.consignments = new Consignments(catalog, stock, handlings, documents);
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

    /** Returns the shipments for an order; refused with {@code sales_order_unknown}. */
    public SalesOrderProgress salesOrder(OrderCode code) {
        String normal = LotNumber.normal(code.code());
        List<Consignment> shipments =
                consignments.told(documents.ofOrder(KINDS, code)).values().stream()
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
