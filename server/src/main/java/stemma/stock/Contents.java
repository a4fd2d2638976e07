package stemma.stock;

import stemma.identifiers.ContainerCode;
import stemma.identifiers.Portion;
import stemma.ledger.Event;
import stemma.ledger.Input;
import stemma.ledger.Line;
import stemma.ledger.Place;
import stemma.lots.Lot;
import stemma.quantity.Quantity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Puts into an event what its words mean: the content of its containers, what is still on the road.
 */
final class Contents {
    private final StockBook book;

    Contents(StockBook book) {
        this.book = book;
    }

    Event resolve(Event event) {
        return switch (event) {
            case Event.Shipped e
            when !e.containers().isEmpty() && e.lines().stream().noneMatch(this::isContent) ->
                new Event.Shipped(
                        e.circumstances(),
                        e.shipment(),
                        e.order(),
                        e.consignee(),
                        e.shipTo(),
                        with(e.lines(), e.containers()),
                        e.containers());
            case Event.Consumed e
            when !e.containers().isEmpty()
                    && e.inputs().stream().noneMatch(i -> isContent(i.line())) -> {
                List<Input> inputs = new ArrayList<>(e.inputs());
                with(List.of(), e.containers())
                        .forEach(l -> inputs.add(new Input(
                                l.lot(), l.quantity(), l.catchWeight(), l.from(), List.of())));
                yield new Event.Consumed(e.circumstances(), e.run(), inputs, e.containers());
            }
            case Event.Delivered e
            when e.lines().isEmpty() ->
                new Event.Delivered(
                        e.circumstances(),
                        e.shipment(),
                        e.consignee(),
                        e.shipTo(),
                        e.basis(),
                        standing(new Place.InTransit(e.shipment())));
            default -> event;
        };
    }

    private boolean isContent(Line line) {
        return line.from() instanceof Place.InContainer;
    }

    private List<Line> with(List<Line> lines, List<ContainerCode> containers) {
        List<Line> all = new ArrayList<>(lines);
        for (ContainerCode outer : containers) {
            for (Container container : book.loaded().containers()) {
                if (book.containers().isWithin(container.code(), outer)) {
                    all.addAll(standing(new Place.InContainer(container.code())));
                }
            }
        }
        return all;
    }

    /**
     * Returns everything that was loaded as standing there and stands there still, in a fixed
     * order.
     */
    private List<Line> standing(Place place) {
        List<Line> lines = new ArrayList<>();
        for (Lot lot : book.lots().all()) {
            if (lot.isPool()) continue;
            if (lot.isSerial()) {
                UnitRanges ranges = book.shelf().ranges(lot);
                for (UnitRanges.Range range : ranges.of(lot.span())) {
                    if (!range.place().equals(place)) continue;
                    Portion units = ranges.portion(range);
                    lines.add(new Line(units, Quantity.each(units.count()), null, place));
                }
            } else {
                Map<Place, Quantity> places = book.shelf().places(lot);
                Quantity there = places.get(place);
                if (there != null && there.isPositive()) {
                    lines.add(new Line(Portion.of(lot.id()), there, null, place));
                }
            }
        }
        return lines;
    }
}
