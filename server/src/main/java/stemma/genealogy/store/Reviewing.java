package stemma.genealogy.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.genealogy.AsOf;
import stemma.genealogy.Span;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.identifiers.RunId;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Line;
import stemma.ledger.PassportDate;
import stemma.ledger.Recorded;
import stemma.ledger.Rule;
import stemma.lots.Lot;
import stemma.lots.Lots;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Raises a review where a later fact calls in question what stands: an expiry that was pinned
 * before an input turned out to end earlier, outputs that had left when an input was told, parts
 * that were split off before their lot was judged to be less fit.
 */
final class Reviewing {
    private static final String EARLIER = "input_expires_earlier";

    private final Lots lots;
    private final LinkTable links;
    private final VesselTable vessels;
    private final ReviewTable reviews;
    private final PartsLeftFree parts;

    Reviewing(JdbcClient database, Lots lots) {
        this.lots = lots;
        this.links = new LinkTable(database);
        this.vessels = new VesselTable(database);
        this.reviews = new ReviewTable(database);
        this.parts = new PartsLeftFree(database, lots);
    }

    void after(List<Recorded> events, Map<LotId, Lot> known) {
        Map<Long, List<Span>> yielded = links.yieldedBefore(consumed(events));
        for (Recorded recorded : events) {
            if (recorded.undone() != null) {
                reviews.corrected(recorded.undone().seq(), recorded.seq());
            }
            Event effect = recorded.effect();
            if (effect == null) continue;
            switch (effect) {
                case Event.PassportChanged e -> changed(e.lot(), recorded, known);
                case Event.Judged e -> {
                    e.lots().forEach(lot -> reviews.judged(span(lot, known), recorded.seq()));
                    parts.judged(e, recorded, known);
                }
                case Event.Consumed e ->
                    joined(e, recorded, known, yielded.getOrDefault(recorded.seq(), List.of()));
                case Event.Filled e ->
                    e.lines().stream()
                            .map(Line::lot)
                            .forEach(lot -> shortened(lot, recorded, known));
                case Event.Opened _,
                        Event.Received _,
                        Event.Moved _,
                        Event.Adjusted _,
                        Event.Split _,
                        Event.Merged _,
                        Event.Produced _,
                        Event.Drawn _,
                        Event.Emptied _,
                        Event.Cleaned _,
                        Event.Packed _,
                        Event.Unpacked _,
                        Event.Installed _,
                        Event.Removed _,
                        Event.Sampled _,
                        Event.Shipped _,
                        Event.Delivered _,
                        Event.Returned _,
                        Event.ReturnedToSupplier _,
                        Event.Scrapped _,
                        Event.Destroyed _,
                        Event.Held _,
                        Event.HoldLifted _,
                        Event.Identified _,
                        Event.Corrected _ -> {
                    if (recorded.undone() == null) continue;
                    Facts.births(effect).forEach(b -> changed(b.of(effect.id()), recorded, known));
                }
            }
        }
    }

    static Span span(Portion portion, Map<LotId, Lot> known) {
        Lot lot = java.util.Objects.requireNonNull(known.get(portion.first()));
        return new Span(lot.key(), portion.first().ordinal(), portion.last());
    }

    private void changed(Portion portion, Recorded recorded, Map<LotId, Lot> known) {
        Lot lot = lots.lots(List.of(portion.first())).get(portion.first());
        if (lot == null) return;
        PassportDate expiry = lot.passport().expiry();
        if (expiry == null) return;
        reviews.lastsUntil(lot.key(), expiry.lastDay(), recorded.seq());
        shortened(portion, recorded, known);
    }

    /**
     * An input that is told only after its run has yielded may end earlier than what was pinned.
     */
    private void joined(
            Event.Consumed e, Recorded recorded, Map<LotId, Lot> known, List<Span> before) {
        if (before.isEmpty()) return;
        e.inputs().forEach(input -> shortened(input.lot(), recorded, known));
        String late = Rule.INPUT_AFTER_OUTPUT_LEFT.code();
        boolean left = recorded.event().circumstances().violations().stream()
                .anyMatch(v -> v.code().equals(late));
        if (!left) return;
        before.forEach(lot -> reviews.raise(late, lot, recorded.seq(), null));
    }

    /** Returns the runs into which material went, by the seq of the event that says so. */
    private static Map<Long, RunId> consumed(List<Recorded> events) {
        Map<Long, RunId> runs = new TreeMap<>();
        for (Recorded recorded : events)
            if (recorded.effect() instanceof Event.Consumed e)
                runs.put(recorded.seq(), e.run().id());
        return runs;
    }

    private void shortened(Portion portion, Recorded recorded, Map<LotId, Lot> known) {
        Lot lot = lots.lots(List.of(portion.first())).get(portion.first());
        if (lot == null || lot.passport().expiry() == null) return;
        LocalDate last = lot.passport().expiry().lastDay();
        Set<Span> made = made(span(portion, known), new AsOf(recorded.seq(), List.of()));
        Set<Long> keys = new HashSet<>();
        made.forEach(span -> keys.add(span.lot()));
        Map<Long, Lot> byKey = lots.byKey(keys);
        for (Span span : made) {
            Lot output = byKey.get(span.lot());
            if (output == null || output.key() == lot.key()) continue;
            PassportDate pinned = output.passport().expiry();
            if (pinned == null || pinned.lastDay().isAfter(last)) {
                reviews.raise(EARLIER, span, recorded.seq(), last);
            }
        }
    }

    /**
     * What had been made of it by the links along which expiry is pinned: neither lines nor pools.
     * What is told later is pinned when it is told, though it be in the same append.
     */
    private Set<Span> made(Span of, AsOf told) {
        Set<Span> reached = new HashSet<>();
        Collection<Span> frontier = List.of(of);
        while (!frontier.isEmpty()) {
            List<Span> next = new ArrayList<>();
            List<FedRow> fed = links.fedBy(frontier, told).stream()
                    .filter(row -> !row.pool())
                    .toList();
            List<Long> whole =
                    fed.stream().filter(FedRow::everywhere).map(FedRow::run).toList();
            links.outputs(whole, told).forEach(row -> next.add(row.lot()));
            List<Long> some = fed.stream()
                    .filter(row -> !row.everywhere())
                    .map(FedRow::key)
                    .toList();
            links.outputsOf(some).forEach(row -> next.add(row.output()));
            List<FlowRow.Window> windows = vessels.fillsOf(frontier, told).stream()
                    .map(FlowRow::window)
                    .distinct()
                    .toList();
            vessels.drawsIn(windows, told).forEach(row -> next.add(row.lot()));
            frontier = next.stream().filter(reached::add).toList();
        }
        return reached;
    }
}
