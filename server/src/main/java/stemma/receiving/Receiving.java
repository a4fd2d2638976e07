package stemma.receiving;

import static java.util.Objects.requireNonNull;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.catalog.Catalog;
import stemma.catalog.Partner;
import stemma.catalog.PurchaseOrder;
import stemma.documents.DocumentEntries;
import stemma.documents.DocumentEntry;
import stemma.documents.DocumentKey;
import stemma.documents.DocumentKind;
import stemma.documents.DocumentPage;
import stemma.documents.DocumentQuery;
import stemma.documents.DocumentRow;
import stemma.documents.Documents;
import stemma.identifiers.LotNumber;
import stemma.identifiers.OrderCode;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.SiteCode;
import stemma.ledger.Entered;
import stemma.ledger.Event;
import stemma.ledger.Guard;
import stemma.ledger.Projection;
import stemma.lots.Lots;
import stemma.receiving.store.ReceivedProjection;
import stemma.receiving.store.ReceivedTable;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.stock.Handlings;
import stemma.stock.Stock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The entry to receiving. However many documents are read, the queries are a fixed few. */
public final class Receiving {
    private static final Set<DocumentKind> KINDS =
            EnumSet.of(DocumentKind.RECEIPT, DocumentKind.OPENING, DocumentKind.RETURN_TO_SUPPLIER);

    private final Catalog catalog;
    private final Handlings handlings;
    private final Documents documents;
    private final OrderProgress progress;

    public Receiving(
            JdbcClient database, Documents documents, Catalog catalog, Handlings handlings) {
        this.documents = documents;
        this.catalog = catalog;
        this.handlings = handlings;
        this.progress = new OrderProgress(catalog, new ReceivedTable(database));
    }

    /** Returns what holds deliveries against the orders they name. */
    public static Guard orders(Catalog catalog, JdbcClient database) {
        return new OrderGuard(catalog, database);
    }

    /** Returns what knows the numbers under which suppliers send goods. */
    public static Guard supplierLots(Lots lots, Stock stock) {
        return new SupplierLotGuard(lots, stock);
    }

    /** Returns what keeps how much came in for each order. */
    public static Projection received(JdbcClient database) {
        return new ReceivedProjection(database);
    }

    /** Returns a page of the documents that stand, the newest first. */
    public DocumentPage<Receipt> receipts(DocumentQuery query) {
        DocumentPage<DocumentKey> page = documents.page(KINDS, query);
        Map<DocumentKey, Receipt> told = told(documents.standing(page.rows()));
        return new DocumentPage<>(
                page.rows().stream().map(key -> requireNonNull(told.get(key))).toList(),
                page.total(),
                page.next());
    }

    /** Returns what bears the code; refused with {@code receipt_unknown} where nothing does. */
    public List<Receipt> receipt(String code) {
        List<Receipt> found = List.copyOf(told(documents.ofCode(KINDS, code)).values());
        if (found.isEmpty()) throw unknown("receipt_unknown", "receipt", code);
        return found;
    }

    /** Returns a page of what is still to come for open orders, as of that day. */
    public DuePage due(DueQuery query, LocalDate today) {
        return new WorkList(catalog, progress).page(query, today);
    }

    /**
     * Returns how far an order has come, as of that day; refused with
     * {@code purchase_order_unknown} where neither the catalog nor any event knows it.
     */
    public PurchaseOrderProgress purchaseOrder(OrderCode code, LocalDate today) {
        String normal = LotNumber.normal(code.code());
        List<Receipt> receipts = told(documents.ofOrder(KINDS, code)).values().stream()
                .filter(receipt -> receipt.orders().stream()
                        .anyMatch(o -> LotNumber.normal(o.code()).equals(normal)))
                .toList();
        PurchaseOrder order = catalog.purchaseOrders(List.of(code)).get(code);
        if (order != null) return progress(order, receipts, today);
        if (receipts.isEmpty())
            throw unknown("purchase_order_unknown", "purchase order", code.code());
        return new PurchaseOrderProgress(code, null, "", List.of(), receipts);
    }

    private PurchaseOrderProgress progress(
            PurchaseOrder order, List<Receipt> receipts, LocalDate today) {
        Partner supplier = catalog.partners(List.of(order.supplier())).get(order.supplier());
        return new PurchaseOrderProgress(
                order.code(),
                order,
                supplier == null ? order.supplier().code() : supplier.name(),
                progress.of(List.of(order), today).getOrDefault(order, List.of()),
                receipts);
    }

    private Map<DocumentKey, Receipt> told(Collection<DocumentRow> rows) {
        Handlings.Read read = handlings.read(rows.stream().map(DocumentRow::seq).toList());
        Map<DocumentKey, List<Entered>> byKey = new LinkedHashMap<>();
        for (DocumentRow row : rows) {
            byKey.computeIfAbsent(row.key(), _ -> new ArrayList<>()).add(read.entry(row.seq()));
        }
        Set<PartnerCode> suppliers = new LinkedHashSet<>();
        for (Entered entry : read.entered().values()) {
            if (entry.effect() instanceof Event.WithPartner e) suppliers.add(e.partner());
        }
        Map<PartnerCode, Partner> partners = catalog.partners(suppliers);
        Map<DocumentKey, Receipt> told = new LinkedHashMap<>();
        byKey.forEach((key, entries) -> told.put(key, receipt(key, entries, read, partners)));
        return told;
    }

    private static Receipt receipt(
            DocumentKey key,
            List<Entered> entries,
            Handlings.Read read,
            Map<PartnerCode, Partner> partners) {
        List<Entered> telling = Entered.telling(entries);
        DocumentEntry said = DocumentEntries.of(telling.getFirst().effect()).getFirst();
        Set<OrderCode> orders = new LinkedHashSet<>();
        for (Entered entry : telling) {
            if (entry.effect() instanceof Event.Received e && e.order() != null) {
                orders.add(e.order());
            }
        }
        Partner partner = said.with().isEmpty() ? null : partners.get(new PartnerCode(said.with()));
        return new Receipt(
                Receipt.Kind.of(key.kind()),
                said.code(),
                said.with(),
                partner == null ? said.with() : partner.name(),
                List.copyOf(orders),
                new SiteCode(said.site()),
                Entered.began(telling),
                read.lines(entries),
                entries);
    }

    private static Refused unknown(String problem, String what, String code) {
        return new Refused(Problem.of(problem, 404, "There is no " + what + " " + code + ".")
                .notRecording("")
                .advising("Type the number into the box above: it also finds what looks like it.")
                .with("code", code));
    }
}
