package stemma.inquiry;

import stemma.catalog.Catalog;
import stemma.identifiers.Portion;
import stemma.ledger.Facts;
import stemma.ledger.History;
import stemma.ledger.Movement;
import stemma.ledger.Place;
import stemma.ledger.Recorded;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells events in words, with the amounts of the lots concerned: three queries and one per kind of
 * name.
 */
final class Telling {
    private final Catalog catalog;
    private final History history;

    Telling(Catalog catalog, History history) {
        this.catalog = catalog;
        this.history = history;
    }

    /** Returns the events in words; without lots, with the amounts of all lots. */
    List<Past> tell(List<Recorded> events, Collection<Portion> of) {
        Map<Long, Recorded> corrections =
                history.corrections(events.stream().map(Recorded::seq).toList());
        List<Place> places = new ArrayList<>();
        for (Recorded event : events) {
            for (Movement movement : Facts.movements(event.event())) {
                places.add(movement.from());
                places.add(movement.to());
            }
        }
        Names names = Names.of(catalog, List.of(), List.of(), places);
        List<Past> told = new ArrayList<>();
        for (Recorded event : events) {
            told.add(new Past(
                    event,
                    EventWords.of(event.event()),
                    amounts(event, of, names),
                    corrections.get(event.seq())));
        }
        return told;
    }

    /** A hundred lines that go the same way are one amount. */
    private static List<String> amounts(Recorded event, Collection<Portion> of, Names names) {
        Map<String, stemma.quantity.Quantity> sums = new LinkedHashMap<>();
        for (Movement movement : Facts.movements(event.event())) {
            if (!of.isEmpty() && of.stream().noneMatch(movement.lot()::overlaps)) continue;
            String way = names.place(movement.from()) + " → " + names.place(movement.to()) + " "
                    + movement.quantity().unit();
            sums.merge(way, movement.quantity(), stemma.quantity.Quantity::plus);
        }
        List<String> amounts = new ArrayList<>();
        sums.forEach((way, sum) -> amounts.add(stemma.shell.Figure.grouped(sum.number())
                + " " + sum.unit() + ": "
                + way.substring(0, way.length() - sum.unit().code().length() - 1)));
        return amounts;
    }
}
