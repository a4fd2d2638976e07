package stemma.certificates;

import stemma.identifiers.PartnerCode;
import stemma.identifiers.Portion;
import stemma.ledger.Status;
import stemma.quality.InspectionCard;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.shipping.Consignment;
import stemma.stock.Hold;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What stands against a certificate of our own, the gravest first; each with its stable code. */
final class Against {
    private Against() {}

    /** Returns what of the lot forbids to certify it. */
    static List<Problem> lot(Drafting.Basis basis, List<Hold> holds) {
        List<Problem> against = new ArrayList<>();
        String lot = "Lot " + basis.lot().number().text();
        if (basis.inspections().isEmpty())
            against.add(problem(
                    "certificate_specification_missing",
                    lot + " was inspected against no specification.",
                    "Put a specification in force and open an inspection of the lot."));
        if (basis.status() != Status.RELEASED)
            against.add(problem(
                    "certificate_lot_not_released",
                    lot + " is " + basis.status().name().toLowerCase(Locale.ROOT)
                            + ", not released.",
                    "Have quality judge it first."));
        if (!holds.isEmpty())
            against.add(problem(
                    "certificate_lot_held",
                    lot + " is held by "
                            + holds.stream()
                                    .map(hold -> hold.code().code())
                                    .collect(Collectors.joining(", "))
                            + ".",
                    "Have the hold lifted first."));
        for (InspectionCard card : basis.inspections())
            inspection(lot, card).ifPresent(against::add);
        return against;
    }

    private static Optional<Problem> inspection(String lot, InspectionCard card) {
        String of = lot + ", inspected by " + card.specification().title() + ": ";
        return switch (card.verdict().conclusion()) {
            case FAILS ->
                Optional.of(problem(
                        "certificate_inspection_failed",
                        of + card.verdictWords(),
                        "What is outside of what is required is certified to nobody."));
            case INCOMPLETE ->
                Optional.of(problem(
                        "certificate_inspection_open",
                        of + card.verdictWords(),
                        "Record what is missing and have it judged."));
            case PASSES -> judged(of, card);
        };
    }

    private static Optional<Problem> judged(String of, InspectionCard card) {
        if (card.judgement() == null)
            return Optional.of(problem(
                    "certificate_inspection_open",
                    of + "nobody has judged it.",
                    "Judge the inspection, then issue the certificate."));
        if (card.changedSince())
            return Optional.of(problem(
                    "certificate_results_changed",
                    of + "results changed after it was judged.",
                    "Have quality look at it and judge anew."));
        return Optional.empty();
    }

    /** Returns what of the order and the shipment forbids it. */
    static List<Problem> papers(
            IssueAsked asked, Statement statement, Optional<Consignment> shipment) {
        List<Problem> against = new ArrayList<>();
        Statement.Purchaser purchaser = statement.purchaser();
        if (shipment.isPresent() && Drafting.loads(shipment.get(), asked.lot()).isEmpty())
            against.add(problem(
                    "certificate_lot_not_shipped",
                    "Nothing of lot " + statement.product().lot() + " is in shipment "
                            + purchaser.shipment() + ".",
                    "Choose the shipment that the lot left with, or none."));
        if (asked.kind().namesOrder()
                && (purchaser.code().isEmpty() || purchaser.order().isEmpty()))
            against.add(problem(
                    "certificate_order_missing",
                    statement.title() + ": it declares that an order is met, and names the"
                            + " purchaser and the order.",
                    "Choose the shipment, or say consignee and order."));
        return against;
    }

    static Problem maker(String lot, String signer) {
        return problem(
                "certificate_signed_by_maker",
                "Lot " + lot + " was made with a hand of " + signer + ".",
                "Have somebody sign who had no hand in its making.");
    }

    static Problem dependent(String signer) {
        return problem(
                "certificate_signer_not_independent",
                signer + " records production at this site; a 3.1 is validated by a representative"
                        + " who is independent of manufacturing.",
                "Have somebody sign who has no role in production.");
    }

    static Refused changed() {
        return new Refused(problem(
                "certificate_changed",
                "What the certificate says has changed since it was shown.",
                "Look at it again and sign what it says now."));
    }

    static Refused lotUnknown(Portion lot) {
        return new Refused(Problem.of("lot_unknown", 404, "There is no lot " + lot + ".")
                .with("lot", lot.toString()));
    }

    static Refused partnerUnknown(PartnerCode code) {
        return new Refused(Problem.of("partner_unknown", 409, "There is no partner " + code + ".")
                .advising("Choose the customer by its code.")
                .with("field", "consignee"));
    }

    static Refused shipmentUnlike(IssueAsked asked, int found) {
        return new Refused(Problem.of(
                        "shipment_unknown",
                        404,
                        found == 0
                                ? "There is no shipment " + asked.shipment() + " to that consignee."
                                : "Shipment " + asked.shipment() + " went to " + found
                                        + " consignees.")
                .advising("Name shipment and consignee as they stand on the shipment's page.")
                .with("field", "shipment"));
    }

    static Refused withdrawn(String number) {
        return new Refused(problem(
                "certificate_withdrawn",
                "Certificate " + number + " is withdrawn already.",
                "Nothing more is to be done; issue another if the lot deserves one."));
    }

    static Problem problem(String code, String sentence, String advice) {
        return Problem.of(code, 409, sentence).advising(advice);
    }
}
