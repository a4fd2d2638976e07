package stemma.certificates;

import org.jspecify.annotations.Nullable;

import stemma.catalog.Catalog;
import stemma.catalog.Item;
import stemma.catalog.Partner;
import stemma.catalog.Site;
import stemma.identifiers.OrderCode;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.Portion;
import stemma.ledger.Event;
import stemma.ledger.ExternalLot;
import stemma.ledger.Ledger;
import stemma.ledger.Passport;
import stemma.ledger.PassportDate;
import stemma.ledger.Recorded;
import stemma.ledger.Run;
import stemma.ledger.Status;
import stemma.lots.Judgement;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.quality.Correction;
import stemma.quality.Inspection;
import stemma.quality.InspectionCard;
import stemma.quality.Quality;
import stemma.quality.Result;
import stemma.quality.Verdict;
import stemma.quantity.Quantity;
import stemma.shipping.Consignment;
import stemma.shipping.Load;
import stemma.shipping.SerialRanges;
import stemma.shipping.Shipping;
import stemma.stock.Handled;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts together what a certificate would say, of the record as it stands now. */
final class Drafting {
    private final Catalog catalog;
    private final Lots lots;
    private final Ledger ledger;
    private final Quality quality;
    private final Shipping shipping;

    Drafting(Catalog catalog, Lots lots, Ledger ledger, Quality quality, Shipping shipping) {
        this.catalog = catalog;
        this.lots = lots;
        this.ledger = ledger;
        this.quality = quality;
        this.shipping = shipping;
    }

    /** The lot as it stands, with all that a certificate of it rests on. */
    record Basis(
            Lot lot,
            Portion portion,
            Status status,
            List<InspectionCard> inspections,
            Optional<Recorded> judgement) {}

    /** Returns the lot with its inspections and judgement; refused with {@code lot_unknown}. */
    Basis basis(Portion portion) {
        Lot lot = lots.lot(portion.first())
                .filter(known -> known.span().contains(portion.first())
                        && portion.last() <= known.span().last())
                .orElseThrow(() -> Against.lotUnknown(portion));
        List<Judgement> judgements = lots.judgements(List.of(lot));
        List<InspectionCard> inspections = quality.inspections(List.of(portion)).stream()
                .filter(card -> card.inspection().state() != Inspection.State.VOID)
                .toList();
        Optional<Recorded> latest = judgements.reversed().stream()
                .filter(one -> one.lot().overlaps(portion))
                .findFirst()
                .flatMap(one -> ledger.events(List.of(one.seq())).stream().findFirst())
                // What was split off has its status from what it was, which was judged.
                .or(() -> inspections.stream()
                        .map(InspectionCard::judgement)
                        .filter(Objects::nonNull)
                        .max(Comparator.comparingLong(Recorded::seq)));
        return new Basis(
                lot, portion, Judgement.last(lot, portion, judgements), inspections, latest);
    }

    /** Returns the shipment to the consignee, or the only one under the code. */
    Optional<Consignment> shipment(IssueAsked asked) {
        if (asked.shipment() == null) return Optional.empty();
        PartnerCode consignee = asked.consignee();
        List<Consignment> found = shipping.shipment(asked.shipment().code()).stream()
                .filter(one -> one.kind() == Consignment.Kind.SHIPMENT && !one.isVoid())
                .filter(one -> consignee == null || one.consignee().equals(consignee))
                .toList();
        if (found.size() != 1) throw Against.shipmentUnlike(asked, found.size());
        return Optional.of(found.getFirst());
    }

    /** Returns the loads of the shipment that are of the lot. */
    static List<Load> loads(Consignment shipment, Portion lot) {
        return shipment.loads().stream()
                .filter(load -> load.lot().lot().span().overlaps(lot))
                .toList();
    }

    Statement statement(IssueAsked asked, Basis basis, Optional<Consignment> shipment) {
        IssuedKind kind = asked.kind();
        return new Statement(
                kind.kind().code(),
                kind.kind().words(),
                maker(basis.lot()),
                purchaser(asked, shipment),
                product(basis, shipment),
                basis.inspections().stream().map(card -> inspected(kind, card)).toList(),
                release(basis),
                kind.declaration());
    }

    private Statement.Maker maker(Lot lot) {
        Site site = catalog.sites(Set.of(lot.site())).get(lot.site());
        return site == null
                ? new Statement.Maker(lot.site().code(), "", null, "", "")
                : new Statement.Maker(
                        site.code().code(),
                        site.name(),
                        site.address(),
                        site.country().code(),
                        text(site.gln()));
    }

    private Statement.Purchaser purchaser(IssueAsked asked, Optional<Consignment> shipment) {
        PartnerCode code = shipment.map(Consignment::consignee).orElse(asked.consignee());
        if (code == null) return new Statement.Purchaser("", "", "", "", text(asked.order()), "");
        Partner partner = catalog.partners(Set.of(code)).get(code);
        if (partner == null) throw Against.partnerUnknown(code);
        String orders = shipment.map(one -> one.orders().stream()
                        .map(OrderCode::code)
                        .collect(Collectors.joining(", ")))
                .orElse("");
        return new Statement.Purchaser(
                code.code(),
                shipment.map(Consignment::whom).orElse(partner.name()),
                shipment.map(Consignment::address).orElse(""),
                partner.country().code(),
                asked.order() == null ? orders : asked.order().code(),
                shipment.map(Consignment::code).orElse(""));
    }

    private Statement.Product product(Basis basis, Optional<Consignment> shipment) {
        Lot lot = basis.lot();
        Passport passport = lot.passport();
        Item item = catalog.items(Set.of(lot.item())).get(lot.item());
        Optional<Run> run = run(lot);
        return new Statement.Product(
                lot.item().code(),
                item == null ? lot.item().code() : item.name(),
                lot.number().text(),
                basis.portion().toString(),
                shipment.map(one -> sent(one, basis.portion())).orElse(""),
                lot.isSerial() ? SerialRanges.words(lots.serials(basis.portion())) : "",
                passport.externalLots().stream().map(Drafting::named).toList(),
                day(passport.produced()),
                day(passport.expiry()),
                day(passport.bestBefore()),
                day(passport.retest()),
                run.map(one -> one.id().code()).orElse(""),
                run.map(one -> text(one.order())).orElse(""));
    }

    private Optional<Run> run(Lot lot) {
        return ledger.event(lot.id().birth())
                .map(Recorded::effect)
                .filter(Event.Produced.class::isInstance)
                .map(born -> ((Event.Produced) born).run());
    }

    private static String sent(Consignment shipment, Portion lot) {
        return loads(shipment, lot).stream()
                .map(Load::sent)
                .reduce(Quantity::plus)
                .map(Handled::shown)
                .orElse("");
    }

    private static String named(ExternalLot number) {
        return number.text() + " of " + number.issuer();
    }

    private static String day(@Nullable PassportDate date) {
        return date == null ? "" : date.text();
    }

    private static String text(@Nullable Object code) {
        return code == null ? "" : code.toString();
    }

    private static Statement.Inspected inspected(IssuedKind kind, InspectionCard card) {
        Inspection one = card.inspection();
        List<Statement.Found> found = card.specification().characteristics().stream()
                .map(characteristic -> new Statement.Found(
                        characteristic.name(),
                        characteristic.method(),
                        characteristic.requirement(),
                        card.counting(characteristic).stream()
                                .map(result -> (result.value() + " " + result.unit()).strip())
                                .toList(),
                        outcome(card.verdict(), characteristic.number())))
                .toList();
        return new Statement.Inspected(
                one.id().toString(),
                card.specification().title(),
                one.occasion().word(),
                Handled.shown(one.amount()),
                Integer.toString(one.samples()),
                card.digest(),
                kind.tellsResults() ? found : List.of(),
                kind.tellsResults() ? corrected(card) : List.of());
    }

    private static List<Statement.Corrected> corrected(InspectionCard card) {
        List<Statement.Corrected> all = new ArrayList<>();
        for (InspectionCard.Change change : card.corrections()) {
            Correction signed = change.after().correction();
            if (signed == null) continue;
            Result before = change.before();
            all.add(new Statement.Corrected(
                    change.characteristic(),
                    before == null ? "" : before.said(),
                    change.after().said(),
                    change.why(),
                    signed.signature().name(),
                    signed.signature().at().toString()));
        }
        return all;
    }

    private static String outcome(Verdict verdict, int characteristic) {
        if (verdict.failing().contains(characteristic)) return "fails";
        return verdict.missing().contains(characteristic) ? "not found yet" : "conforms";
    }

    private static Statement.Release release(Basis basis) {
        String status = basis.status().name().toLowerCase(Locale.ROOT);
        Recorded judgement = basis.judgement().orElse(null);
        if (judgement == null) return new Statement.Release(status, "", "", "", "");
        var signature = judgement.event().circumstances().signature();
        return new Statement.Release(
                status,
                judgement.event().id().toString(),
                signature == null ? "" : signature.name(),
                signature == null ? "" : signature.meaning(),
                (signature == null ? judgement.recordedAt() : signature.at()).toString());
    }
}
