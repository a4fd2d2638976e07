package stemma.certificates;

import org.jspecify.annotations.Nullable;

import stemma.documents.DocumentKind;
import stemma.documents.DocumentRow;
import stemma.documents.Documents;
import stemma.identifiers.EventId;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.Portion;
import stemma.ledger.Event;
import stemma.ledger.Ledger;
import stemma.ledger.Place;
import stemma.ledger.Recorded;
import stemma.lots.KnownNumber;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.lots.SerialUnit;
import stemma.quantity.Quantity;
import stemma.stock.Balance;
import stemma.stock.Stock;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Says which lots of ours papers speak of, as the record stands now: so a lot that comes after its
 * paper is covered by it, and a corrected receipt is too. The number of queries does not grow with
 * the papers.
 */
final class Binding {
    private final Lots lots;
    private final Stock stock;
    private final Documents documents;
    private final Ledger ledger;

    Binding(Lots lots, Stock stock, Documents documents, Ledger ledger) {
        this.lots = lots;
        this.stock = stock;
        this.documents = documents;
        this.ledger = ledger;
    }

    private record Meant(KeptCertificate certificate, Claim claim, Lot lot, Portion portion) {}

    List<Covered> of(Collection<KeptCertificate> certificates) {
        Map<Claim.By, Set<String>> texts = texts(certificates);
        Map<String, List<KnownNumber>> known = byText(texts.getOrDefault(Claim.By.LOT, Set.of()));
        Map<String, List<Lot>> ours = families(texts.getOrDefault(Claim.By.OUR_LOT, Set.of()));
        Map<String, List<SerialUnit>> units = units(texts.getOrDefault(Claim.By.SERIAL, Set.of()));
        Map<String, Set<EventId>> births = births(certificates);
        List<Meant> meant = new ArrayList<>();
        for (KeptCertificate certificate : certificates) {
            var receipt = certificate.paper().receipt();
            Set<EventId> came = receipt == null
                    ? Set.of()
                    : births.getOrDefault(LotNumber.normal(receipt.code()), Set.of());
            for (Claim claim : certificate.paper().claims()) {
                Map<Portion, Lot> found = switch (claim.by()) {
                    case LOT ->
                        numbered(claim, known.getOrDefault(claim.normal(), List.of()), came);
                    case OUR_LOT -> spans(ours.getOrDefault(claim.normal(), List.of()));
                    case SERIAL -> serials(claim, units);
                };
                found.forEach((portion, lot) -> {
                    if (isOf(claim, lot)) meant.add(new Meant(certificate, claim, lot, portion));
                });
            }
        }
        return covered(meant);
    }

    private static Map<Claim.By, Set<String>> texts(Collection<KeptCertificate> certificates) {
        Map<Claim.By, Set<String>> texts = new HashMap<>();
        for (KeptCertificate certificate : certificates)
            for (Claim claim : certificate.paper().claims())
                texts.computeIfAbsent(claim.by(), _ -> new TreeSet<>()).add(claim.normal());
        return texts;
    }

    private Map<String, List<KnownNumber>> byText(Set<String> normals) {
        Map<String, List<KnownNumber>> known = new HashMap<>();
        for (KnownNumber number : lots.byExternals(normals))
            known.computeIfAbsent(LotNumber.normal(number.number().text()), _ -> new ArrayList<>())
                    .add(number);
        return known;
    }

    private Map<String, List<Lot>> families(Set<String> normals) {
        Map<String, List<Lot>> ours = new HashMap<>();
        for (Lot lot : lots.families(normals))
            ours.computeIfAbsent(lot.number().normal(), _ -> new ArrayList<>()).add(lot);
        return ours;
    }

    /** A range is asked by its two ends. */
    private Map<String, List<SerialUnit>> units(Set<String> normals) {
        Set<String> ends = new TreeSet<>();
        for (String text : normals) ends.addAll(List.of(ends(text)));
        Map<String, List<SerialUnit>> units = new HashMap<>();
        for (SerialUnit unit : lots.bySerials(ends))
            units.computeIfAbsent(unit.serial().normal(), _ -> new ArrayList<>())
                    .add(unit);
        return units;
    }

    private static String[] ends(String text) {
        int dots = text.indexOf("..");
        return dots < 1
                ? new String[] {text}
                : new String[] {
                    text.substring(0, dots).strip(), text.substring(dots + 2).strip()
                };
    }

    private Map<String, Set<EventId>> births(Collection<KeptCertificate> certificates) {
        Set<String> receipts = new HashSet<>();
        for (KeptCertificate certificate : certificates) {
            var receipt = certificate.paper().receipt();
            if (receipt != null) receipts.add(LotNumber.normal(receipt.code()));
        }
        Map<String, Set<EventId>> births = new HashMap<>();
        if (receipts.isEmpty()) return births;
        List<Long> seqs = documents.ofCodes(EnumSet.of(DocumentKind.RECEIPT), receipts).stream()
                .filter(row -> !row.isEnded())
                .map(DocumentRow::seq)
                .distinct()
                .toList();
        for (Recorded recorded : ledger.events(seqs))
            if (recorded.effect() instanceof Event.Received e)
                births.computeIfAbsent(LotNumber.normal(e.receipt().code()), _ -> new HashSet<>())
                        .add(e.id());
        return births;
    }

    /** A number is the issuer's, or whosever it is on the goods that the paper came with. */
    private static Map<Portion, Lot> numbered(
            Claim claim, List<KnownNumber> known, Set<EventId> came) {
        Map<Portion, Lot> found = new LinkedHashMap<>();
        for (KnownNumber number : known) {
            boolean isIssuers = isSame(number.number().issuer(), claim.issuer());
            Lot lot = number.lot();
            if (isIssuers || came.contains(lot.id().birth())) found.put(lot.span(), lot);
        }
        return found;
    }

    private static Map<Portion, Lot> spans(List<Lot> family) {
        Map<Portion, Lot> found = new LinkedHashMap<>();
        family.forEach(lot -> found.put(lot.span(), lot));
        return found;
    }

    private static Map<Portion, Lot> serials(Claim claim, Map<String, List<SerialUnit>> units) {
        String[] ends = ends(claim.normal());
        Map<Portion, Lot> found = new LinkedHashMap<>();
        for (SerialUnit first : units.getOrDefault(ends[0], List.of())) {
            for (SerialUnit last : units.getOrDefault(ends[ends.length - 1], List.of())) {
                int count = last.unit().ordinal() - first.unit().ordinal() + 1;
                if (first.block().id().equals(last.block().id()) && count > 0)
                    found.put(new Portion(first.unit(), count), first.block());
            }
        }
        return found;
    }

    private static boolean isOf(Claim claim, Lot lot) {
        return claim.item() == null
                || LotNumber.normal(claim.item().code())
                        .equals(LotNumber.normal(lot.item().code()));
    }

    private static boolean isSame(PartnerCode one, PartnerCode other) {
        return LotNumber.normal(one.code()).equals(LotNumber.normal(other.code()));
    }

    private List<Covered> covered(List<Meant> meant) {
        Map<LotId, Lot> of = new LinkedHashMap<>();
        meant.forEach(one -> of.put(one.lot().id(), one.lot()));
        Map<LotId, Quantity> received = received(of);
        return meant.stream()
                .map(one -> new Covered(
                        one.certificate(),
                        one.claim(),
                        one.lot(),
                        one.portion(),
                        received(one, received)))
                .toList();
    }

    private static @Nullable Quantity received(Meant one, Map<LotId, Quantity> received) {
        Quantity whole = received.get(one.lot().id());
        return whole == null || one.portion().equals(one.lot().span())
                ? whole
                : Quantity.each(one.portion().count());
    }

    /**
     * What came in less what went back is what the places it came from miss; a block is its units.
     */
    private Map<LotId, Quantity> received(Map<LotId, Lot> of) {
        Map<LotId, Quantity> received = new HashMap<>();
        List<Lot> plain = new ArrayList<>();
        for (Lot lot : of.values())
            if (lot.isSerial()) received.put(lot.id(), Quantity.each(lot.span().count()));
            else plain.add(lot);
        if (plain.isEmpty()) return received;
        for (Balance balance : stock.balances(plain)) {
            boolean isSource = balance.place() instanceof Place.OfSupplier
                    || balance.place() == Place.Beyond.BEFORE_RECORDS;
            if (isSource)
                received.merge(balance.lot().first(), balance.quantity().negated(), Quantity::plus);
        }
        return received;
    }
}
