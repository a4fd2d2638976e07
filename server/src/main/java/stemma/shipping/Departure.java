package stemma.shipping;

import stemma.identifiers.ContainerCode;
import stemma.identifiers.Portion;
import stemma.ledger.Place;
import stemma.quantity.Quantity;
import stemma.stock.Balance;
import stemma.stock.Container;
import stemma.stock.Reservation;
import stemma.stock.Stock;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What leaves when an order is shipped: the goods in hand, in whole containers where all is. */
final class Departure {
    private final Stock stock;
    private final List<Reservation> inHand;

    Departure(Stock stock, List<Reservation> inHand) {
        this.stock = stock;
        this.inHand = inHand;
    }

    /** Writes lines and containers into the draft of a shipment. */
    void into(ObjectNode draft) {
        Set<ContainerCode> whole = outermost(whole());
        Set<ContainerCode> within = new HashSet<>();
        for (ContainerCode code : whole) {
            for (Place place : stock.within(code)) {
                if (place instanceof Place.InContainer(var inner)) within.add(inner);
            }
        }
        ArrayNode lines = draft.putArray("lines");
        for (Reservation one : merged()) {
            if (one.place() instanceof Place.InContainer(var code) && within.contains(code))
                continue;
            lines.addObject()
                    .put("lot", one.lot().toString())
                    .put("quantity", one.quantity().toString())
                    .put("from", one.place().text());
        }
        ArrayNode containers = draft.putArray("containers");
        whole.stream().map(ContainerCode::code).sorted().forEach(containers::add);
    }

    /** Quantities of a lot at a place are one line; of units, those that follow one another. */
    private List<Reservation> merged() {
        Map<String, Reservation> plain = new TreeMap<>();
        List<Reservation> units = new ArrayList<>();
        List<Reservation> sorted = inHand.stream()
                .sorted(java.util.Comparator.comparing(Reservation::lot))
                .toList();
        for (Reservation one : sorted) {
            boolean follows = !units.isEmpty() && follows(units.getLast(), one);
            if (follows) {
                Reservation last = units.removeLast();
                Portion both = new Portion(
                        last.lot().first(), last.lot().count() + one.lot().count());
                units.add(with(last, both, Quantity.each(both.count())));
            } else units.add(one);
        }
        for (Reservation one : units) {
            plain.merge(
                    one.lot() + " " + one.place().text(),
                    one,
                    (a, b) -> with(a, a.lot(), a.quantity().plus(b.quantity())));
        }
        return List.copyOf(plain.values());
    }

    private static boolean follows(Reservation last, Reservation one) {
        return last.place().equals(one.place())
                && last.lot().first().birth().equals(one.lot().first().birth())
                && last.lotKey() == one.lotKey()
                && last.lot().last() + 1 == one.lot().first().ordinal();
    }

    private static Reservation with(Reservation one, Portion lot, Quantity quantity) {
        return new Reservation(
                one.key(),
                one.partedFrom(),
                one.lotKey(),
                lot,
                quantity,
                one.place(),
                one.order(),
                one.line(),
                one.purpose(),
                one.by(),
                one.since(),
                one.until(),
                one.picked(),
                one.ending());
    }

    /** Returns the containers of which everything that stands in them itself is in hand. */
    private Set<ContainerCode> whole() {
        Map<Place, Quantity> picked = new HashMap<>();
        for (Reservation one : inHand) {
            if (one.place() instanceof Place.InContainer)
                picked.merge(one.place(), one.quantity(), Departure::sum);
        }
        Map<Place, Quantity> there = new HashMap<>();
        for (Balance balance : stock.at(picked.keySet())) {
            if (balance.quantity().isPositive())
                there.merge(balance.place(), balance.quantity(), Departure::sum);
        }
        Set<ContainerCode> whole = new HashSet<>();
        picked.forEach((place, quantity) -> {
            if (place instanceof Place.InContainer(var code)
                    && quantity.amount()
                                    .compareTo(
                                            there.getOrDefault(place, quantity).amount())
                            == 0) whole.add(code);
        });
        return whole;
    }

    /** Amounts of several items are compared as numbers: all there must be in hand. */
    private static Quantity sum(Quantity one, Quantity other) {
        return new Quantity(one.amount().add(other.amount()), one.unit());
    }

    /** A container of which all the inner ones go whole, and which holds nothing else, goes too. */
    private Set<ContainerCode> outermost(Set<ContainerCode> whole) {
        Set<ContainerCode> all = new HashSet<>(whole);
        Set<ContainerCode> asked = new HashSet<>();
        List<ContainerCode> frontier = new ArrayList<>(whole);
        while (!frontier.isEmpty()) {
            List<ContainerCode> next = new ArrayList<>();
            for (ContainerCode code : frontier) {
                Optional<Container> container = stock.container(code);
                ContainerCode parent = container.map(Container::parent).orElse(null);
                if (parent == null || !asked.add(parent)) continue;
                if (goesWhole(parent, all)) {
                    all.add(parent);
                    next.add(parent);
                }
            }
            frontier = next;
        }
        Set<ContainerCode> outer = new HashSet<>(all);
        for (ContainerCode code : all) {
            for (Place place : stock.within(code)) {
                if (place instanceof Place.InContainer(var inner) && !inner.equals(code))
                    outer.remove(inner);
            }
        }
        return outer;
    }

    private boolean goesWhole(ContainerCode parent, Set<ContainerCode> whole) {
        List<Place> within = stock.within(parent);
        Set<Place> filled = new HashSet<>();
        stock.at(within).forEach(b -> {
            if (b.quantity().isPositive()) filled.add(b.place());
        });
        return filled.stream()
                .allMatch(p -> p instanceof Place.InContainer(var code) && whole.contains(code));
    }
}
