package stemma.genealogy;

import stemma.identifiers.EventId;
import stemma.identifiers.Portion;
import stemma.ledger.Place;
import stemma.lots.Lot;
import stemma.stock.Flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells from a trace, and from what went on the road, in which shipment each part of it left. */
final class Consigning {
    private Consigning() {}

    /** {@code roads} is what is known of the road of all lots reached. */
    static void tell(Trace trace, List<Flow> roads, Consigned told) {
        Map<EventId, List<Flow>> sent = new HashMap<>();
        for (Flow flow : roads) {
            if (flow.to() instanceof Place.InTransit)
                sent.computeIfAbsent(flow.lot().first().birth(), _ -> new ArrayList<>())
                        .add(flow);
        }
        for (Reached one : trace.lots())
            tell(one, sent.getOrDefault(one.lot().id().birth(), List.of()), told);
    }

    private static void tell(Reached one, List<Flow> sent, Consigned told) {
        Visited gone = new Visited();
        for (Flow flow : sent) {
            if (!(flow.to() instanceof Place.InTransit(var shipment))) continue;
            if (!flow.lot().overlaps(one.portion())) continue;
            Span both = span(one.lot(), flow.lot().common(one.portion()));
            told.shipped(both, shipment);
            var unused = gone.add(List.of(both));
        }
        gone.missing(span(one.lot(), one.portion())).forEach(told::kept);
    }

    private static Span span(Lot lot, Portion portion) {
        return new Span(lot.key(), portion.first().ordinal(), portion.last());
    }
}
