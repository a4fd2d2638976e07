package stemma.quality;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ActorId;
import stemma.identifiers.EventId;
import stemma.identifiers.Portion;
import stemma.ledger.Candidate;
import stemma.ledger.Event;
import stemma.ledger.Guard;
import stemma.ledger.InspectionBasis;
import stemma.ledger.Rule;
import stemma.ledger.Status;
import stemma.ledger.Undo;
import stemma.ledger.Violation;
import stemma.lots.Lot;
import stemma.lots.LotBook;
import stemma.quality.store.InspectionTable;
import stemma.signatures.Signature;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules about judgements: who made a lot does not release it, nothing is released over an
 * inspection that is open or fails, and what was signed is what the inspection says now.
 */
final class JudgementBook implements Guard.Judge {
    private final LotBook lots;
    private final Map<EventId, InspectionCard> cards;
    private final List<InspectionTable.LotOf> inspected;
    private final BornNow bornNow;
    private final Makers makers;
    private final Undo undo = new Undo();
    private @Nullable ActorId author;

    JudgementBook(
            LotBook lots,
            Map<EventId, InspectionCard> cards,
            List<InspectionTable.LotOf> inspected,
            BornNow bornNow,
            Makers makers) {
        this.lots = lots;
        this.cards = cards;
        this.inspected = inspected;
        this.bornNow = bornNow;
        this.makers = makers;
    }

    /** Says whether a status lets the lot be used, so that these rules hold for it. */
    static boolean asksFor(Event.Judged judged) {
        return judged.status() == Status.RELEASED || judged.status() == Status.RESTRICTED;
    }

    @Override
    public List<Violation> violations(Candidate candidate) {
        if (!(candidate.effect() instanceof Event.Judged judged)) return List.of();
        List<Violation> broken = new ArrayList<>();
        basis(judged, broken);
        if (!asksFor(judged)) return broken;
        maker(judged, broken);
        verdicts(judged, broken);
        return broken;
    }

    @Override
    public void hears(ActorId author) {
        this.author = author;
    }

    @Override
    public void stands(Candidate candidate) {
        Event effect = candidate.effect();
        if (effect != null && author != null) makers.note(effect, author, undo);
    }

    @Override
    public void mark() {
        undo.mark();
    }

    @Override
    public void forget() {
        undo.forget();
    }

    /** What the signer was shown of an inspection must be what it says now. */
    private void basis(Event.Judged judged, List<Violation> broken) {
        int at = 0;
        for (InspectionBasis basis : judged.inspections()) {
            String element = "inspections[" + at++ + "]";
            InspectionCard card = cards.get(basis.inspection());
            if (card == null) {
                broken.add(Rule.INSPECTION_CHANGED.broken(
                        element, null, "There is no inspection " + basis.inspection() + "."));
            } else if (!basis.equals(card.basis())) {
                broken.add(Rule.INSPECTION_CHANGED.broken(
                        element,
                        null,
                        "The inspection has changed since it was shown; look at it again."));
            }
        }
    }

    private void maker(Event.Judged judged, List<Violation> broken) {
        Signature signature = judged.circumstances().signature();
        if (signature == null) return;
        ActorId signer = signature.signer();
        for (Portion portion : judged.lots()) {
            if (makers.made(portion, signer)) {
                broken.add(Rule.JUDGED_BY_ITS_MAKER.broken(
                        "signature",
                        portion,
                        "Lot " + number(portion) + " was made with a hand of " + signer.code()
                                + "; somebody else judges it."));
            }
        }
        for (InspectionBasis basis : judged.inspections()) {
            InspectionCard card = cards.get(basis.inspection());
            if (card == null
                    || card.specification().separation()
                            != Specification.Separation.MAKER_AND_TESTER) continue;
            if (card.results().stream().anyMatch(r -> r.by().equals(signer))) {
                broken.add(Rule.JUDGED_BY_ITS_TESTER.broken(
                        "signature",
                        null,
                        signer.code() + " recorded results of this inspection; the specification"
                                + " asks for somebody else to judge."));
            }
        }
    }

    private void verdicts(Event.Judged judged, List<Violation> broken) {
        Set<EventId> named = new HashSet<>();
        judged.inspections().forEach(basis -> named.add(basis.inspection()));
        Set<EventId> told = new HashSet<>();
        for (Portion portion : judged.lots()) {
            Set<Portion> origins = bornNow.origins(Set.of(portion));
            for (InspectionTable.LotOf one : inspected) {
                InspectionCard card = cards.get(one.inspection());
                if (card == null || !overlaps(one, origins)) continue;
                boolean concerns = named.contains(one.inspection()) || waits(card, origins);
                if (concerns && told.add(one.inspection())) verdict(card, named, portion, broken);
            }
            if (bornNow.calls(origins))
                broken.add(Rule.INSPECTION_OPEN.broken(
                        "inspections",
                        portion,
                        "Lot " + number(portion) + " calls for an inspection, which opens with it;"
                                + " judge it there."));
        }
    }

    private static boolean overlaps(InspectionTable.LotOf one, Set<Portion> any) {
        return any.stream().anyMatch(lot -> one.lot().overlaps(lot));
    }

    /**
     * Whoever judged on what fails or is incomplete did not make it pass: it stands in the way
     * until its results are put right and judged anew, or the lot passes one opened after it.
     */
    private boolean waits(InspectionCard card, Set<Portion> origins) {
        return switch (card.inspection().state()) {
            case OPEN -> true;
            case JUDGED ->
                (card.changedSince() || card.verdict().conclusion() != Verdict.Conclusion.PASSES)
                        && inspected.stream()
                                .filter(one -> overlaps(one, origins))
                                .map(one -> cards.get(one.inspection()))
                                .noneMatch(later -> later != null && later.passesAfter(card));
            case VOID -> false;
        };
    }

    private void verdict(
            InspectionCard card, Set<EventId> named, Portion portion, List<Violation> broken) {
        String lot = "Lot " + number(portion);
        switch (card.verdict().conclusion()) {
            case FAILS ->
                broken.add(Rule.INSPECTION_FAILED.broken(
                        "inspections",
                        portion,
                        lot + " fails: " + card.names(card.verdict().failing()) + "."));
            case INCOMPLETE ->
                broken.add(Rule.INSPECTION_OPEN.broken(
                        "inspections",
                        portion,
                        lot + " has an open inspection; missing: "
                                + card.names(card.verdict().missing()) + "."));
            case PASSES -> {
                if (!named.contains(card.inspection().id())) {
                    broken.add(Rule.INSPECTION_OPEN.broken(
                            "inspections",
                            portion,
                            lot + " has an inspection that is not judged as it stands; judge it"
                                    + " there."));
                }
            }
        }
    }

    private String number(Portion portion) {
        Lot lot = lots.find(portion.first());
        return lot == null ? portion.toString() : lot.number().text();
    }
}
