package stemma.genealogy.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.genealogy.AsOf;
import stemma.genealogy.Span;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.ledger.Event;
import stemma.ledger.Recorded;
import stemma.ledger.Status;
import stemma.lots.Judgement;
import stemma.lots.Lot;
import stemma.lots.Lots;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Puts under review what was split off, repacked or joined with other material before its lot was
 * judged to be less fit: a judgement goes to no other lot by itself, and nobody may fail to see it.
 */
final class PartsLeftFree {
    private final Lots lots;
    private final LinkTable links;
    private final ReviewTable reviews;

    PartsLeftFree(JdbcClient database, Lots lots) {
        this.lots = lots;
        this.links = new LinkTable(database);
        this.reviews = new ReviewTable(database);
    }

    /**
     * Raises a review of each part that may do more than its lot may now. A lot that is released
     * again closes those that its judgements raised.
     */
    void judged(Event.Judged judged, Recorded recorded, Map<LotId, Lot> known) {
        Set<Span> of = new TreeSet<>();
        judged.lots().forEach(lot -> of.add(Reviewing.span(lot, known)));
        if (judged.status() == Status.RELEASED) {
            of.forEach(span -> reviews.releasedAgain(span, recorded.seq()));
            return;
        }
        Set<Span> parts = partsOf(of, new AsOf(recorded.seq(), List.of()));
        if (parts.isEmpty()) return;
        Set<Long> keys = new HashSet<>();
        parts.forEach(part -> keys.add(part.lot()));
        Map<Long, Lot> byKey = lots.byKey(keys);
        List<Judgement> before = lots.judgements(byKey.values()).stream()
                .filter(one -> one.seq() <= recorded.seq())
                .toList();
        Span alone = of.size() == 1 ? of.iterator().next() : null;
        String code = ReviewTable.PARENT + judged.status().name().toLowerCase(Locale.ROOT);
        for (Span part : parts) {
            Lot lot = byKey.get(part.lot());
            if (lot == null || of.stream().anyMatch(part::overlaps)) continue;
            LotId first = new LotId(lot.id().birth(), part.first());
            Portion units = new Portion(first, part.last() - part.first() + 1);
            Status status = Judgement.last(lot, units, before);
            if (Judgement.isStricter(judged.status(), status))
                reviews.raiseOfPart(code, part, alone, recorded.seq());
        }
    }

    /** Returns what is the same material, and what that was joined into. */
    private Set<Span> partsOf(Set<Span> of, AsOf told) {
        Set<Span> reached = new TreeSet<>();
        Collection<Span> frontier = of;
        while (!frontier.isEmpty()) {
            List<FedRow> fed = links.fedBy(frontier, told).stream()
                    .filter(row -> row.sameMaterial() || row.merged())
                    .toList();
            List<Span> next = new ArrayList<>();
            links.outputs(
                            fed.stream()
                                    .filter(FedRow::everywhere)
                                    .map(FedRow::run)
                                    .toList(),
                            told)
                    .forEach(row -> next.add(row.lot()));
            links.outputsOf(fed.stream()
                            .filter(row -> !row.everywhere())
                            .map(FedRow::key)
                            .toList())
                    .forEach(row -> next.add(row.output()));
            frontier = next.stream().filter(reached::add).toList();
        }
        return reached;
    }
}
