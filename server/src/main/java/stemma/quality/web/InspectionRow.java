package stemma.quality.web;

import stemma.ledger.Event;
import stemma.ledger.Recorded;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.quality.InspectionCard;
import stemma.shell.Badge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** An inspection with the lots it is of, as pages and programs are shown it. */
public record InspectionRow(InspectionCard card, List<Lot> lots, Instant at) {
    public InspectionRow {
        lots = List.copyOf(lots);
    }

    static List<InspectionRow> of(List<InspectionCard> cards, Lots lots, Instant at) {
        Set<stemma.identifiers.LotId> ids = new HashSet<>();
        for (InspectionCard card : cards)
            card.inspection().lots().forEach(lot -> ids.add(lot.first()));
        Map<stemma.identifiers.LotId, Lot> known = lots.lotsEvenVoided(ids);
        List<InspectionRow> rows = new ArrayList<>();
        for (InspectionCard card : cards) {
            rows.add(new InspectionRow(
                    card,
                    card.inspection().lots().stream()
                            .map(lot -> known.get(lot.first()))
                            .filter(java.util.Objects::nonNull)
                            .toList(),
                    at));
        }
        return rows;
    }

    /** Says whether it waits longer than its specification allows. */
    public boolean isOverdue() {
        return card.isOverdue(at);
    }

    /** Returns the numbers of its lots. */
    public String numbers() {
        return lots.stream().map(lot -> lot.number().text()).collect(Collectors.joining(", "));
    }

    /** Returns what the judgement that rests on it says, a word. */
    public static String said(InspectionCard card) {
        Recorded judgement = card.judgement();
        return judgement != null && judgement.effect() instanceof Event.Judged judged
                ? judged.status().name().toLowerCase(Locale.ROOT)
                : "";
    }

    /** Returns how the results stand, as icon and word. */
    public static Badge badge(InspectionCard card) {
        return switch (card.verdict().conclusion()) {
            case PASSES -> Badge.PASSES;
            case FAILS -> Badge.FAILS;
            case INCOMPLETE -> Badge.INCOMPLETE;
        };
    }
}
