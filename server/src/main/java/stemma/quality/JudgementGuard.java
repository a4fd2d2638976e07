package stemma.quality;

import stemma.identifiers.EventId;
import stemma.identifiers.Portion;
import stemma.ledger.Candidate;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Guard;
import stemma.ledger.History;
import stemma.ledger.InspectionBasis;
import stemma.lots.LotBook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Opens the book of judgements for an append: inspections, results and makers, read as sets. */
final class JudgementGuard implements Guard {
    private final Quality quality;
    private final History history;

    JudgementGuard(Quality quality, History history) {
        this.quality = quality;
        this.history = history;
    }

    @Override
    public Judge open(Collection<Candidate> events, Instant now, Bench before) {
        Set<Portion> lots = new HashSet<>();
        Set<EventId> named = new HashSet<>();
        for (Candidate candidate : events) {
            if (!(candidate.effect() instanceof Event.Judged judged)) continue;
            judged.inspections().stream().map(InspectionBasis::inspection).forEach(named::add);
            if (JudgementBook.asksFor(judged)) lots.addAll(judged.lots());
        }
        LotBook book = before.judge(LotBook.class);
        if (lots.isEmpty() && named.isEmpty())
            return new JudgementBook(
                    book, Map.of(), List.of(), BornNow.NOTHING, Makers.of(List.of(), history));
        Set<EventId> births = new HashSet<>();
        lots.forEach(lot -> births.add(lot.first().birth()));
        List<Event> born = born(events);
        BornNow bornNow = BornNow.of(born, quality.inspectedBirths(born), now);
        Map<EventId, InspectionCard> cards = new LinkedHashMap<>();
        List<InspectionCard> ofLots = quality.inspections(bornNow.origins(lots));
        ofLots.forEach(card -> cards.put(card.inspection().id(), card));
        quality.cards(named).forEach(card -> cards.put(card.inspection().id(), card));
        return new JudgementBook(
                book, cards, quality.lotsOf(ofLots), bornNow, Makers.of(births, history, born));
    }

    /** A correction of a birth that is recorded leaves what was opened with it. */
    private static List<Event> born(Collection<Candidate> events) {
        List<Event> born = new ArrayList<>();
        for (Candidate candidate : events) {
            Event effect = candidate.effect();
            if (effect != null
                    && candidate.undone() == null
                    && !Facts.births(effect).isEmpty()) born.add(effect);
        }
        return born;
    }
}
