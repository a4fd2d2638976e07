package stemma.receiving;

import static java.util.Objects.requireNonNull;

import stemma.catalog.Catalog;
import stemma.catalog.Partner;
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
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.stock.Handlings;

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

    public Receiving(Documents documents, Catalog catalog, Handlings handlings) {
        this.documents = documents;
        this.catalog = catalog;
        this.handlings = handlings;
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

    /** Returns the receipts for an order; refused with {@code purchase_order_unknown}. */
    public PurchaseOrderProgress purchaseOrder(OrderCode code) {
        String normal = LotNumber.normal(code.code());
        List<Receipt> receipts = told(documents.ofOrder(KINDS, code)).values().stream()
                .filter(receipt -> receipt.orders().stream()
                        .anyMatch(o -> LotNumber.normal(o.code()).equals(normal)))
                .toList();
        if (receipts.isEmpty())
            throw unknown("purchase_order_unknown", "purchase order", code.code());
        return new PurchaseOrderProgress(code, receipts);
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
