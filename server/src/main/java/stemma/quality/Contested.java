package stemma.quality;

import stemma.access.Caller;
import stemma.access.Permission;
import stemma.identifiers.EventId;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.ledger.Status;
import stemma.lots.Judgement;
import stemma.lots.Lot;
import stemma.lots.Lots;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Lots that may be used or shipped although an inspection says otherwise: its results came or
 * changed after it was judged, or fail before anybody judged it. A status is never taken away by a
 * result, and nobody may fail to see it: it stands until quality judges anew (21 CFR 211.192).
 */
public final class Contested {
    private final Quality quality;
    private final Lots lots;

    public Contested(Quality quality, Lots lots) {
        this.quality = quality;
        this.lots = lots;
    }

    /** An inspection that speaks against the status of those lots, and that in a sentence. */
    public record Against(InspectionCard card, List<Portion> lots, String sentence) {
        public Against {
            lots = List.copyOf(lots);
        }

        /** Returns {@code results_changed} or {@code inspection_fails}. */
        public String code() {
            return card.changedSince() ? "results_changed" : "inspection_fails";
        }

        /** Says whether what is found now is outside of what is required. */
        public boolean fails() {
            return card.verdict().conclusion() == Verdict.Conclusion.FAILS;
        }
    }

    /** Returns all of them that the caller may see, those of the youngest inspections first. */
    public List<Against> seenBy(Caller caller) {
        return of(quality.contradicted(), _ -> true).stream()
                .filter(one -> caller.may(
                        Permission.SEE_RECORD, one.card().inspection().site()))
                .toList();
    }

    /** Returns what of these inspections speaks against these lots. */
    public List<Against> of(List<InspectionCard> cards, Collection<Portion> asked) {
        return of(cards, lot -> overlaps(lot, asked));
    }

    private List<Against> of(List<InspectionCard> cards, Predicate<Portion> asked) {
        List<InspectionCard> against =
                cards.stream().filter(InspectionCard::speaksAgainst).toList();
        if (against.isEmpty()) return List.of();
        Map<EventId, List<Portion>> under = quality.lotsUnder(
                against.stream().map(card -> card.inspection().id()).toList());
        Set<Portion> portions = new HashSet<>();
        under.values().forEach(portions::addAll);
        Usable usable = usable(portions);
        List<InspectionCard> others = quality.inspections(portions);
        Map<EventId, List<Portion>> ofOthers = quality.lotsUnder(
                others.stream().map(card -> card.inspection().id()).toList());
        List<Against> all = new ArrayList<>();
        for (InspectionCard card : against) {
            List<InspectionCard> later =
                    others.stream().filter(other -> settles(other, card)).toList();
            List<Portion> concerned = under.getOrDefault(card.inspection().id(), List.of()).stream()
                    .filter(asked)
                    .filter(lot -> usable.may(lot))
                    .filter(lot -> later.stream()
                            .noneMatch(one -> overlaps(
                                    lot, ofOthers.getOrDefault(one.inspection().id(), List.of()))))
                    .toList();
            if (!concerned.isEmpty())
                all.add(new Against(card, concerned, usable.sentence(card, concerned)));
        }
        return all;
    }

    /** What was judged and has changed is settled by a later test that passed and was judged. */
    private static boolean settles(InspectionCard later, InspectionCard card) {
        return card.inspection().state() == Inspection.State.JUDGED
                && later.inspection().state() == Inspection.State.JUDGED
                && later.passesAfter(card)
                && !later.changedSince();
    }

    private static boolean overlaps(Portion lot, Collection<Portion> any) {
        return any.stream().anyMatch(lot::overlaps);
    }

    private Usable usable(Set<Portion> portions) {
        Map<LotId, Lot> known =
                lots.lots(portions.stream().map(Portion::first).distinct().toList());
        Map<EventId, List<Judgement>> judgements = new HashMap<>();
        for (Judgement one : lots.judgements(known.values()))
            judgements
                    .computeIfAbsent(one.lot().first().birth(), _ -> new ArrayList<>())
                    .add(one);
        return new Usable(known, judgements);
    }

    /** What quality said of lots, asked for all at once. */
    private record Usable(Map<LotId, Lot> known, Map<EventId, List<Judgement>> judgements) {
        Status status(Portion portion) {
            Lot lot = known.get(portion.first());
            if (lot == null) return Status.REJECTED; // Voided: there is no such lot.
            List<Judgement> told = judgements.getOrDefault(portion.first().birth(), List.of());
            return Judgement.last(lot, portion, told);
        }

        boolean may(Portion portion) {
            return Judgement.isStricter(Status.QUARANTINED, status(portion));
        }

        String sentence(InspectionCard card, List<Portion> concerned) {
            List<String> numbers = concerned.stream()
                    .map(lot -> known.get(lot.first()))
                    .filter(Objects::nonNull)
                    .map(lot -> lot.number().text())
                    .distinct()
                    .toList();
            String found = switch (card.verdict().conclusion()) {
                case FAILS -> "it fails: " + card.names(card.verdict().failing()) + ".";
                case INCOMPLETE ->
                    "it is incomplete: " + card.names(card.verdict().missing()) + ".";
                case PASSES -> "it passes as it is now, and nobody has judged that.";
            };
            return (numbers.size() == 1 ? "Lot " : "Lots ") + String.join(", ", numbers)
                    + " may be used, and "
                    + (card.changedSince()
                            ? "results of the inspection changed after it was judged; "
                            : "nobody has judged the inspection; ")
                    + found;
        }
    }
}
