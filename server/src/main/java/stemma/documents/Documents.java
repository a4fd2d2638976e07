package stemma.documents;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.documents.store.DocumentProjection;
import stemma.documents.store.DocumentTable;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.OrderCode;
import stemma.identifiers.PartnerCode;
import stemma.ledger.Guard;
import stemma.ledger.Projection;
import stemma.lots.Lots;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The entry to documents: which there are, and which events tell them; one query for each. */
public final class Documents {
    private final DocumentTable table;

    public Documents(JdbcClient database) {
        this.table = new DocumentTable(database);
    }

    /** Returns what lets writers of one document take turns. */
    public static Guard guard() {
        return new DocumentTurns();
    }

    /** Returns what keeps the tables of this room. */
    public static Projection projection(JdbcClient database, Lots lots) {
        return new DocumentProjection(database, lots);
    }

    /** Returns a page of the documents of these kinds that stand, the newest first. */
    public DocumentPage<DocumentKey> page(Set<DocumentKind> kinds, DocumentQuery query) {
        return table.page(kinds, query);
    }

    /** Returns what stands under these documents, in the order of seq. */
    public List<DocumentRow> standing(Collection<DocumentKey> keys) {
        return table.standing(keys);
    }

    /** Returns everything that was ever told under the code, in any spelling, in order of seq. */
    public List<DocumentRow> ofCode(Set<DocumentKind> kinds, String code) {
        return table.ofCodes(kinds, List.of(LotNumber.normal(code)));
    }

    /** Returns the same for several codes in their normal form. */
    public List<DocumentRow> ofCodes(Set<DocumentKind> kinds, Collection<String> normals) {
        return table.ofCodes(kinds, List.copyOf(normals));
    }

    /** Returns everything that was ever told under the documents once told for the order. */
    public List<DocumentRow> ofOrder(Set<DocumentKind> kinds, OrderCode order) {
        return table.ofCodes(kinds, table.codesOfOrder(kinds, LotNumber.normal(order.code())));
    }

    /**
     * Returns the seqs of the receipts from, or shipments and deliveries to, a partner that stand
     * and had begun to happen by the moment; when they were over is in the events.
     */
    public List<Long> withPartner(DocumentKind kind, PartnerCode partner, Instant until) {
        return table.withPartner(kind, LotNumber.normal(partner.code()), until);
    }

    /** Returns the seqs of the openings of stock from before records that stand. */
    public List<Long> openings() {
        return table.openings();
    }

    /** Returns for each of the documents, all by normal code, the orders that they are told for. */
    public Map<String, List<String>> ordersOf(DocumentKind kind, Collection<String> documents) {
        return documents.isEmpty() ? Map.of() : table.ordersOf(kind, documents);
    }

    /** Returns for which orders each of the documents, by normal code, was ever told. */
    public List<ToldFor> everToldFor(DocumentKind kind, Collection<String> documents) {
        return documents.isEmpty() ? List.of() : table.everToldFor(kind, documents);
    }

    /** Returns what stands under all documents that are told for the orders, by normal code. */
    public List<UnderOrder> underOrders(DocumentKind kind, Collection<String> orders) {
        return orders.isEmpty() ? List.of() : table.underOrders(kind, orders);
    }

    /** Returns the seqs of the returns that stand of lots with these births, in order. */
    public List<Long> returnsOf(Collection<LotId> lots) {
        return table.returnsOf(lots);
    }
}
