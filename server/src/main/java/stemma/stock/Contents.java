package stemma.stock;

import stemma.identifiers.ContainerCode;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.ledger.Candidate;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Input;
import stemma.ledger.Line;
import stemma.ledger.Place;
import stemma.lots.Lot;
import stemma.quantity.Quantity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
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

    /**
     * A correction tells the content itself, as it was then, or means what was in it before the
     * entry that it corrects; any other event means all of it.
     */
    Event resolve(Candidate candidate, Event effect) {
        if (candidate.undone() == null) return resolved(effect);
        if (listsContent(effect)) return effect;
        int before = book.shelf().steps();
        Facts.movements(candidate.undone().effect()).forEach(book::back);
        Event resolved = resolved(effect);
        book.shelf().backTo(before);
        return resolved;
    }

    private Event resolved(Event event) {
        return switch (event) {
            case Event.Shipped e
            when !e.containers().isEmpty() ->
                new Event.Shipped(
                        e.circumstances(),
                        e.shipment(),
                        e.order(),
                        e.consignee(),
                        e.shipTo(),
                        with(e.lines(), e.containers()),
                        e.containers());
            case Event.Consumed e when !e.containers().isEmpty() -> consumed(e);
            case Event.Delivered e
            when e.lines().isEmpty() ->
                new Event.Delivered(
                        e.circumstances(),
                        e.shipment(),
                        e.consignee(),
                        e.shipTo(),
                        e.basis(),
                        standing(new Place.InTransit(e.shipment())));
            case Event.Opened _,
                    Event.Received _,
                    Event.Moved _,
                    Event.Adjusted _,
                    Event.Split _,
                    Event.Merged _,
                    Event.Consumed _,
                    Event.Produced _,
                    Event.Filled _,
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
                    Event.Judged _,
                    Event.Held _,
                    Event.HoldLifted _,
                    Event.Identified _,
                    Event.PassportChanged _,
                    Event.Corrected _ -> event;
        };
    }

    private Event consumed(Event.Consumed e) {
        List<Input> inputs = new ArrayList<>(e.inputs());
        List<Line> listed = e.inputs().stream().map(Input::line).toList();
        content(listed, e.containers())
                .forEach(l -> inputs.add(
                        new Input(l.lot(), l.quantity(), l.catchWeight(), l.from(), List.of())));
        return new Event.Consumed(e.circumstances(), e.run(), inputs, e.containers());
    }

    private static boolean listsContent(Event event) {
        return Facts.movements(event).stream().anyMatch(m -> m.from() instanceof Place.InContainer);
    }

    private List<Line> with(List<Line> listed, List<ContainerCode> containers) {
        List<Line> all = new ArrayList<>(listed);
        all.addAll(content(listed, containers));
        return all;
    }

    /** Returns all that stands in the containers and is not listed already. */
    List<Line> content(List<Line> listed, List<ContainerCode> containers) {
        Map<Place, List<Line>> inside = new LinkedHashMap<>();
        for (Container container : book.loaded().containers()) {
            boolean meant = containers.stream()
                    .anyMatch(outer -> book.containers().isWithin(container.code(), outer));
            if (meant) inside.put(new Place.InContainer(container.code()), new ArrayList<>());
        }
        standing(inside);
        List<Line> content = new ArrayList<>();
        for (List<Line> lines : inside.values())
            lines.forEach(line -> content.addAll(unlisted(line, listed)));
        return content;
    }

    private List<Line> unlisted(Line content, List<Line> listed) {
        List<Line> same = listed.stream()
                .filter(l -> l.from().equals(content.from()) && l.lot().overlaps(content.lot()))
                .toList();
        if (book.lots().get(content.lot().first()).isSerial()) return otherUnits(content, same);
        Quantity rest = content.quantity();
        Quantity weight = content.catchWeight();
        for (Line line : same) {
            rest = less(rest, line.quantity());
            weight = weight == null || line.catchWeight() == null
                    ? null
                    : less(weight, line.catchWeight());
        }
        return rest.isPositive()
                ? List.of(new Line(content.lot(), rest, weight, content.from()))
                : List.of();
    }

    /** What is listed in a wrong unit is refused for it elsewhere. */
    private static Quantity less(Quantity whole, Quantity part) {
        return part.unit().equals(whole.unit()) ? whole.minus(part) : whole;
    }

    private static List<Line> otherUnits(Line content, List<Line> same) {
        BitSet units = new BitSet();
        units.set(content.lot().first().ordinal(), content.lot().last() + 1);
        same.forEach(l -> units.clear(l.lot().first().ordinal(), l.lot().last() + 1));
        List<Line> others = new ArrayList<>();
        for (int at = units.nextSetBit(0); at >= 0; ) {
            int end = units.nextClearBit(at);
            LotId first = new LotId(content.lot().first().birth(), at);
            others.add(new Line(
                    new Portion(first, end - at), Quantity.each(end - at), null, content.from()));
            at = units.nextSetBit(end);
        }
        return others;
    }

    private List<Line> standing(Place place) {
        Map<Place, List<Line>> there = new LinkedHashMap<>();
        there.put(place, new ArrayList<>());
        standing(there);
        return there.getOrDefault(place, List.of());
    }

    /** Adds to each of the places everything that was loaded as standing there and stands still. */
    private void standing(Map<Place, List<Line>> places) {
        for (Lot lot : book.lots().all()) {
            if (lot.isSerial()) units(lot, places);
            else plain(lot, places);
        }
    }

    private void units(Lot lot, Map<Place, List<Line>> places) {
        UnitRanges ranges = book.shelf().ranges(lot);
        for (UnitRanges.Range range : ranges.of(lot.span())) {
            List<Line> there = places.get(range.place());
            if (there == null) continue;
            Portion units = ranges.portion(range);
            there.add(new Line(units, Quantity.each(units.count()), null, range.place()));
        }
    }

    private void plain(Lot lot, Map<Place, List<Line>> places) {
        book.shelf().places(lot).forEach((place, quantity) -> {
            List<Line> there = places.get(place);
            if (there == null || !quantity.isPositive()) return;
            Quantity weight = book.shelf().weightAt(lot, place);
            there.add(new Line(Portion.of(lot.id()), quantity, weight, place));
        });
    }
}
