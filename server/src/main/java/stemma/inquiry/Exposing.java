package stemma.inquiry;

import stemma.catalog.Catalog;
import stemma.genealogy.Extent;
import stemma.genealogy.Question;
import stemma.genealogy.Span;
import stemma.identifiers.LotNumber;
import stemma.identifiers.RunId;
import stemma.identifiers.ShipmentCode;
import stemma.ledger.Place;
import stemma.lots.LotKind;
import stemma.stock.SetAt;
import stemma.stock.SetsAt;
import stemma.stock.Shipment;
import stemma.stock.StockAtHand;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Makes an exposure as of now of what is in memory: how far the question reaches and what left in
 * which shipment from the index, what is where from the stock at hand. No row is read for a lot.
 */
final class Exposing {
    private final Catalog catalog;
    private final StockAtHand stock;
    private final Function<Question, Optional<Extent>> extents;

    Exposing(Catalog catalog, StockAtHand stock, Function<Question, Optional<Extent>> extents) {
        this.catalog = catalog;
        this.stock = stock;
        this.extents = extents;
    }

    /** Returns the exposure and what it is made of; nothing where the tables have to answer. */
    Optional<Exposed> of(Subject subject, Insight insight, Instant at) {
        return extents.apply(Question.forward(subject.roots()))
                .flatMap(extent -> exposure(subject, insight, at, extent));
    }

    private Optional<Exposed> exposure(
            Subject subject, Insight insight, Instant now, Extent extent) {
        long[] lots = extent.units().stream().mapToLong(Span::lot).toArray();
        Optional<List<LotKind>> kinds = stock.kinds(lots);
        if (kinds.isEmpty()) return Optional.empty();
        AlikeSets alike = new AlikeSets(extent, kinds.get());
        Set<RunId> apart = new HashSet<>(extent.sameMaterial());
        apart.addAll(extent.open());
        Optional<SetsAt> at = stock.at(alike.plain(), alike.units(), apart);
        if (at.isEmpty()) return Optional.empty();
        Optional<Map<String, Shipment>> shipments = stock.shipments(shipments(extent, at.get()));
        if (shipments.isEmpty()) return Optional.empty();
        return Optional.of(new ExposureMaking(catalog, extent, alike, at.get(), shipments.get())
                .exposed(subject, insight, now));
    }

    /**
     * Of stock that nobody keeps apart something may be missing from a shipment it never was in.
     */
    private static Set<ShipmentCode> shipments(Extent extent, SetsAt at) {
        Set<ShipmentCode> codes = new HashSet<>(extent.departures().shipments());
        for (SetAt sum : at.sums())
            if (sum.place() instanceof Place.InTransit(var code))
                codes.add(new ShipmentCode(LotNumber.normal(code.code())));
        return codes;
    }
}
