package stemma.stock.store;

import stemma.identifiers.ContainerCode;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Movement;
import stemma.ledger.Place;
import stemma.ledger.Reach;
import stemma.ledger.Recorded;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.stock.Hold;
import stemma.stock.Marked;
import stemma.stock.PlacesHeld;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What leaves a held location or container stays held, wherever it goes and however it left. */
final class Leaving {
    private final Lots lots;
    private final StockTable table;
    private final PlaceTable places;
    private final ContainerTable inside;

    Leaving(Lots lots, StockTable table, PlaceTable places, ContainerTable inside) {
        this.lots = lots;
        this.table = table;
        this.places = places;
        this.inside = inside;
    }

    /** Marks what these events take from held places; before containers change theirs. */
    void mark(List<Recorded> events) {
        List<Hold> holds = table.holds().stream()
                .filter(h ->
                        h.reach() instanceof Reach.Content || h.reach() instanceof Reach.Standing)
                .toList();
        if (holds.isEmpty()) return;
        PlacesHeld held = new PlacesHeld(holds, table.containers(concerned(events)));
        for (Recorded recorded : events) {
            if (recorded.effect() == null) continue;
            for (Movement movement : Facts.movements(recorded.effect())) {
                held.at(movement.from()).forEach(hold -> mark(hold, movement));
            }
            for (ContainerCode code : taken(recorded.effect())) {
                Place within = new Place.InContainer(code);
                held.at(within).forEach(hold -> mark(hold, code));
            }
        }
    }

    private static Set<ContainerCode> concerned(List<Recorded> events) {
        Set<ContainerCode> codes = new TreeSet<>();
        for (Recorded recorded : events) {
            if (recorded.effect() == null) continue;
            codes.addAll(taken(recorded.effect()));
            Facts.movements(recorded.effect()).forEach(m -> {
                if (m.from() instanceof Place.InContainer(var code)) codes.add(code);
            });
        }
        return codes;
    }

    private static List<ContainerCode> taken(Event event) {
        return event instanceof Event.OfContainers e ? e.containers() : List.of();
    }

    private void mark(Hold hold, Movement movement) {
        Lot lot = lots.lots(List.of(movement.lot().first())).get(movement.lot().first());
        if (lot == null || lot.isPool()) return;
        mark(
                hold,
                List.of(new Marked(
                        lot.key(),
                        movement.lot().first().ordinal(),
                        movement.lot().last())));
    }

    private void mark(Hold hold, ContainerCode code) {
        Set<Marked> content = new HashSet<>();
        for (Place place : inside.within(code)) {
            for (var balance : places.at(List.of(place))) {
                Lot lot = java.util.Objects.requireNonNull(
                        lots.lots(List.of(balance.lot().first()))
                                .get(balance.lot().first()));
                content.add(new Marked(
                        lot.key(),
                        balance.lot().first().ordinal(),
                        balance.lot().last()));
            }
        }
        mark(hold, new ArrayList<>(content));
    }

    private void mark(Hold hold, List<Marked> lots) {
        if (table.mark(hold.code(), lots) > 0) table.spread(hold.code(), Hold.Spread.SPREADING);
    }
}
