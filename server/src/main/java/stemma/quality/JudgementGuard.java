package stemma.quality;

import stemma.identifiers.EventId;
import stemma.identifiers.Portion;
import stemma.ledger.Candidate;
import stemma.ledger.Event;
import stemma.ledger.Guard;
import stemma.ledger.History;
import stemma.ledger.InspectionBasis;
import stemma.lots.LotBook;

import java.time.Instant;
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
        Set<EventId> births = new HashSet<>();
        Set<EventId> named = new HashSet<>();
        for (Candidate candidate : events) {
            if (!(candidate.effect() instanceof Event.Judged judged)) continue;
            judged.inspections().stream().map(InspectionBasis::inspection).forEach(named::add);
            if (!JudgementBook.asksFor(judged)) continue;
            lots.addAll(judged.lots());
            judged.lots().forEach(lot -> births.add(lot.first().birth()));
        }
        LotBook book = before.judge(LotBook.class);
        if (lots.isEmpty() && named.isEmpty())
            return new JudgementBook(book, Map.of(), List.of(), Makers.of(List.of(), history));
        Map<EventId, InspectionCard> cards = new LinkedHashMap<>();
        List<InspectionCard> ofLots = quality.inspections(lots);
        ofLots.forEach(card -> cards.put(card.inspection().id(), card));
        quality.cards(named).forEach(card -> cards.put(card.inspection().id(), card));
        return new JudgementBook(book, cards, quality.lotsOf(ofLots), Makers.of(births, history));
    }
}
