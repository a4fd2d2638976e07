package stemma.certificates;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.certificates.store.IssuedTable;
import stemma.identifiers.EventId;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.Portion;
import stemma.identifiers.SiteCode;
import stemma.ledger.Entered;
import stemma.ledger.Event;
import stemma.ledger.Line;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.quality.Quality;
import stemma.shipping.Consignment;
import stemma.shipping.LotPapers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the certificates of our own. One speaks of the lot that it names: of what it was signed
 * for, and of every lot of that item and number that stands under its inspections, such as a pallet
 * that was split off later.
 */
public final class IssuedCertificates implements LotPapers {
    private final IssuedTable table;
    private final Lots lots;
    private final Quality quality;

    public IssuedCertificates(JdbcClient database, Lots lots, Quality quality) {
        this.table = new IssuedTable(database);
        this.lots = lots;
        this.quality = quality;
    }

    public Optional<IssuedCertificate> find(EventId id) {
        return table.find(id);
    }

    /** Returns those of a number: one at most, as long as sites have codes of their own. */
    public List<IssuedCertificate> numbered(String number) {
        return table.byNumber(number);
    }

    /** Returns the PDF as it was made when the certificate was signed. */
    public byte[] pdf(EventId id) {
        return table.pdf(id);
    }

    /** Returns those of these sites that are as asked, the latest first. */
    public IssuedPage page(IssuedQuery asked, Set<SiteCode> sites) {
        return table.page(asked, sites);
    }

    /** Returns which lots and units the certificates of a number speak of. */
    public List<Portion> portions(String number) {
        return portions(numbered(number));
    }

    /** Returns which lots and units these certificates speak of. */
    public List<Portion> portions(Collection<IssuedCertificate> issued) {
        if (issued.isEmpty()) return List.of();
        Set<Portion> portions = new TreeSet<>();
        issued.forEach(one -> portions.add(one.lot()));
        List<Lot> family = lots.families(issued.stream()
                .map(one -> LotNumber.normal(one.statement().product().lot()))
                .toList());
        of(family)
                .forEach((lot, _) -> family.stream()
                        .filter(known -> known.id().equals(lot))
                        .filter(known -> portions.stream().noneMatch(p -> p.overlaps(known.span())))
                        .forEach(known -> portions.add(known.span())));
        return List.copyOf(portions);
    }

    /** Returns the certificates that speak of each of these lots, the oldest first. */
    public Map<LotId, List<IssuedCertificate>> of(Collection<Lot> asked) {
        Set<String> numbers = new TreeSet<>();
        asked.forEach(lot -> numbers.add(lot.number().normal()));
        List<IssuedCertificate> issued = asked.isEmpty() ? List.of() : table.ofLots(numbers);
        if (issued.isEmpty()) return Map.of();
        Set<EventId> inspections = new HashSet<>();
        issued.forEach(one -> inspections.addAll(inspections(one)));
        Map<EventId, List<Portion>> under = quality.lotsUnder(inspections);
        Map<LotId, List<IssuedCertificate>> found = new HashMap<>();
        for (Lot lot : asked)
            for (IssuedCertificate one : issued)
                if (speaks(one, lot, under))
                    found.computeIfAbsent(lot.id(), _ -> new ArrayList<>()).add(one);
        return found;
    }

    private static List<EventId> inspections(IssuedCertificate one) {
        return one.statement().inspections().stream()
                .map(inspected -> EventId.of(inspected.inspection()))
                .toList();
    }

    private static boolean speaks(
            IssuedCertificate one, Lot lot, Map<EventId, List<Portion>> under) {
        Statement.Product named = one.statement().product();
        if (!LotNumber.normal(named.lot()).equals(lot.number().normal())
                || !LotNumber.normal(named.item())
                        .equals(LotNumber.normal(lot.item().code()))) return false;
        return one.lot().overlaps(lot.span())
                || inspections(one).stream()
                        .flatMap(id -> under.getOrDefault(id, List.of()).stream())
                        .anyMatch(portion -> portion.overlaps(lot.span()));
    }

    @Override
    public List<LotPaper> with(Consignment shipment) {
        List<Lot> lots = shipment.loads().stream().map(load -> load.lot().lot()).toList();
        Map<LotId, List<IssuedCertificate>> found = of(lots);
        List<Portion> sent = sent(shipment);
        Set<IssuedCertificate> papers = new LinkedHashSet<>();
        for (Lot lot : lots)
            for (IssuedCertificate one : found.getOrDefault(lot.id(), List.of()))
                if (goes(one, lot, sent)) papers.add(one);
        return papers.stream()
                .filter(one -> one.isFor(shipment.consignee().code(), shipment.code()))
                .sorted(Comparator.comparing(IssuedCertificate::number))
                .map(one -> new LotPaper(
                        one.number(),
                        one.statement().title(),
                        one.statement().product().lot(),
                        "/certificates/issued/" + one.id(),
                        !one.isWithdrawn()))
                .toList();
    }

    private static List<Portion> sent(Consignment shipment) {
        return shipment.entries().stream()
                .filter(Entered::stands)
                .map(entered -> entered.recorded().effect())
                .filter(Event.Shipped.class::isInstance)
                .flatMap(shipped -> ((Event.Shipped) shipped).lines().stream())
                .map(Line::lot)
                .toList();
    }

    /** A paper of some units of a block goes with these units alone. */
    private static boolean goes(IssuedCertificate one, Lot lot, List<Portion> sent) {
        return !lot.isSerial()
                || !one.lot().overlaps(lot.span())
                || sent.stream().anyMatch(portion -> portion.overlaps(one.lot()));
    }
}
