package stemma.nonconformance;

import stemma.catalog.Catalog;
import stemma.catalog.Item;
import stemma.catalog.MasterKey;
import stemma.catalog.Partner;
import stemma.catalog.Resource;
import stemma.documents.DocumentKind;
import stemma.documents.Documents;
import stemma.identifiers.HoldCode;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotNumber;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.Portion;
import stemma.identifiers.ResourceCode;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.lots.SerialUnit;
import stemma.nonconformance.store.CaseTable;
import stemma.shell.Refused;
import stemma.stock.Stock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Finds what a case is said to be about, so that nothing is tied to a code that nobody has. */
final class CaseSubjects {
    private static final Map<SubjectKind, DocumentKind> DOCUMENTS = Map.of(
            SubjectKind.RUN, DocumentKind.RUN,
            SubjectKind.RECEIPT, DocumentKind.RECEIPT,
            SubjectKind.SHIPMENT, DocumentKind.SHIPMENT);
    private final Catalog catalog;
    private final Lots lots;
    private final Stock stock;
    private final Documents documents;
    private final CaseTable table;

    CaseSubjects(Catalog catalog, Lots lots, Stock stock, Documents documents, CaseTable table) {
        this.catalog = catalog;
        this.lots = lots;
        this.stock = stock;
        this.documents = documents;
        this.table = table;
    }

    /** Returns them with what is known of each; refused with {@code subject_unknown}. */
    List<CaseSubject> known(List<CaseSubject> said) {
        List<CaseSubject> known = new ArrayList<>();
        for (CaseSubject one : said) known.addAll(known(one));
        return known;
    }

    private List<CaseSubject> known(CaseSubject said) {
        return switch (said.kind()) {
            case LOT -> lot(said);
            case SERIAL -> unit(said);
            case ITEM -> master(said, Item.key(new ItemCode(said.code())));
            case PARTNER -> master(said, Partner.key(new PartnerCode(said.code())));
            case RESOURCE -> master(said, Resource.key(new ResourceCode(said.code())));
            case RUN, RECEIPT, SHIPMENT -> document(said);
            case ORDER -> List.of(plain(said));
            case CERTIFICATE -> List.of(plain(said));
            case HOLD -> {
                if (stock.hold(new HoldCode(said.code())).isEmpty()) throw unknown(said);
                yield List.of(plain(said));
            }
            case CASE -> {
                CaseHead other = table.head(said.code()).orElseThrow(() -> unknown(said));
                yield List.of(CaseSubject.of(SubjectKind.CASE, other.number()));
            }
        };
    }

    private static CaseSubject plain(CaseSubject said) {
        return CaseSubject.of(said.kind(), said.code().strip());
    }

    /** A number that several items use means all of them, each told. */
    private List<CaseSubject> lot(CaseSubject said) {
        Portion part = said.part();
        if (part != null) {
            Lot lot = lots.lot(part.first()).orElseThrow(() -> unknown(said));
            return List.of(new CaseSubject(SubjectKind.LOT, lot.number().text(), lot.item(), part));
        }
        Map<ItemCode, CaseSubject> byItem = new TreeMap<>();
        for (Lot lot : lots.family(said.item(), new LotNumber(said.code())))
            byItem.putIfAbsent(
                    lot.item(),
                    new CaseSubject(SubjectKind.LOT, lot.number().text(), lot.item(), null));
        if (byItem.isEmpty()) throw unknown(said);
        return List.copyOf(byItem.values());
    }

    private List<CaseSubject> unit(CaseSubject said) {
        List<CaseSubject> found = new ArrayList<>();
        for (SerialUnit unit : lots.bySerial(said.code())) {
            if (said.item() != null && !said.item().equals(unit.block().item())) continue;
            found.add(new CaseSubject(
                    SubjectKind.SERIAL,
                    unit.serial().text(),
                    unit.block().item(),
                    Portion.of(unit.unit())));
        }
        if (found.isEmpty()) throw unknown(said);
        return found;
    }

    private List<CaseSubject> master(CaseSubject said, MasterKey key) {
        if (catalog.find(key).isEmpty()) throw unknown(said);
        return List.of(plain(said));
    }

    private List<CaseSubject> document(CaseSubject said) {
        DocumentKind kind = DOCUMENTS.get(said.kind());
        if (kind == null || documents.ofCode(Set.of(kind), said.code()).isEmpty())
            throw unknown(said);
        return List.of(plain(said));
    }

    private static Refused unknown(CaseSubject said) {
        return CaseRules.wrong(
                "subject_unknown", "subjects", "There is no " + said.words() + " here.");
    }
}
