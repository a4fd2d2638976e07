package stemma.genealogy;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.identifiers.EventId;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Ledger;
import stemma.ledger.Link;
import stemma.ledger.Recorded;
import stemma.ledger.Touches;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.stock.Hold;
import stemma.stock.ShipmentsOfLots;
import stemma.stock.Stock;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Finds what rests on an event, before it is corrected or after. */
public final class Rests {
    private final Ledger ledger;
    private final Kin kin;
    private final Lots lots;
    private final Stock stock;
    private final ShipmentsOfLots shipments;

    public Rests(JdbcClient database, Ledger ledger, Lots lots, Stock stock) {
        this.ledger = ledger;
        this.kin = new KinByGeneration(database);
        this.lots = lots;
        this.stock = stock;
        this.shipments = new ShipmentsOfLots(database, stock);
    }

    /** Returns what rests on the event, or none where the ledger has no such event. */
    public Optional<Impact> on(EventId id) {
        return ledger.event(id).map(this::impact);
    }

    private Impact impact(Recorded recorded) {
        List<Event> said = new ArrayList<>();
        if (recorded.effect() != null) said.add(recorded.effect());
        if (recorded.undone() != null) said.add(recorded.undone().effect());
        Set<Portion> concerned = new LinkedHashSet<>();
        said.forEach(event -> concerned.addAll(Touches.lots(event)));
        said.forEach(event -> concerned.addAll(madeIn(event)));
        List<Lot> reached = reached(concerned);
        Map<String, Hold> holds = new TreeMap<>();
        var holding = stock.holdsOn(reached);
        reached.forEach(
                lot -> holding.on(lot).forEach(hold -> holds.put(hold.code().code(), hold)));
        return new Impact(
                recorded.event().id(),
                reached,
                lots.judgements(reached),
                List.copyOf(holds.values()),
                shipments.of(reached));
    }

    /** What was fed to a run concerns everything the run yielded, also under other events. */
    private Set<Portion> madeIn(Event event) {
        Set<Portion> made = new LinkedHashSet<>();
        for (Link link : Facts.links(event)) {
            switch (link) {
                case Link.Fed fed -> made.addAll(yielded(fed.run().code()));
                case Link.Yielded yielded -> made.add(yielded.lot());
                case Link.FilledInto fill -> made.add(fill.lot());
                case Link.DrawnFrom draw -> made.add(draw.lot());
            }
        }
        return made;
    }

    private List<Portion> yielded(String run) {
        List<Portion> made = new ArrayList<>();
        for (Recorded recorded : ledger.history().ofDocument(run)) {
            if (recorded.effect() instanceof Event.Produced produced) {
                produced.outputs().forEach(birth -> made.add(birth.of(produced.id())));
            }
        }
        return made;
    }

    private List<Lot> reached(Collection<Portion> concerned) {
        Map<LotId, Lot> found = lots.lots(concerned.stream().map(Portion::first).toList());
        Set<Span> roots = new HashSet<>();
        for (Portion portion : concerned) {
            Lot lot = found.get(portion.first());
            if (lot != null) {
                roots.add(new Span(lot.key(), portion.first().ordinal(), portion.last()));
            }
        }
        if (roots.isEmpty()) return List.of();
        Set<Long> keys = new HashSet<>();
        kin.descendants(roots).forEach(span -> keys.add(span.lot()));
        List<Lot> reached = new ArrayList<>(lots.byKey(keys).values());
        reached.sort(Comparator.comparing(Lot::bornFrom).thenComparing(Lot::id));
        return reached;
    }
}
