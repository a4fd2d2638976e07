package stemma.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import stemma.identifiers.LotId;
import stemma.identifiers.RunId;
import stemma.ledger.Birth;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Input;
import stemma.ledger.Link;
import stemma.ledger.Movement;
import stemma.ledger.Place;
import stemma.ledger.RunBasis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The incident by a naive replay of what was told: no database, no trace engine, no shared code.
 */
class IncidentTest {
    static final List<Event> EVENTS = new ArrayList<>();
    static final Map<LotId, Birth> BIRTHS = new HashMap<>();

    @BeforeAll
    static void replay() {
        EVENTS.addAll(effective(PlantDays.told(Demo.SEED, DemoWorld.START)));
        for (Event event : EVENTS) {
            for (Birth birth : Facts.births(event)) {
                BIRTHS.put(new LotId(event.id(), birth.ordinal()), birth);
            }
        }
    }

    @Test
    void fourteen_finished_lots_of_11640_cases_may_contain_the_carrots() {
        Set<LotId> finished = finished(forward(ofNumber("C-7741")));
        assertThat(finished).hasSize(14);
        assertThat(sum(finished)).isEqualTo(11_640);
        assertThat(where(finished, place -> place instanceof Place.At)).isEqualTo(1_180);
        assertThat(where(finished, place -> place instanceof Place.InTransit)).isEqualTo(640);
        assertThat(where(finished, place -> place instanceof Place.OfCustomer)).isEqualTo(9_760);
        assertThat(where(finished, Set.of(Place.Beyond.SAMPLED, Place.Beyond.SCRAP)::contains))
                .isEqualTo(60);
    }

    @Test
    void they_went_to_6_customers_at_23_addresses_in_31_shipments() {
        Set<LotId> finished = finished(forward(ofNumber("C-7741")));
        List<Event.Shipped> shipped = EVENTS.stream()
                .filter(Event.Shipped.class::isInstance)
                .map(Event.Shipped.class::cast)
                .filter(s -> s.lines().stream()
                        .anyMatch(l -> finished.contains(l.lot().first())))
                .toList();
        assertThat(shipped.stream().map(Event.Shipped::shipment).distinct()).hasSize(31);
        assertThat(shipped.stream().map(Event.Shipped::consignee).distinct()).hasSize(6);
        assertThat(shipped.stream().map(s -> s.consignee() + " " + s.shipTo()).distinct())
                .hasSize(23);
    }

    @Test
    void the_second_pallet_reaches_3880_cases_and_the_glass_2310_of_them() {
        List<LotId> pallets = ofNumber("C-7741").stream().sorted().toList();
        Set<LotId> second = finished(forward(Set.of(pallets.get(1))));
        assertThat(sum(second)).isEqualTo(3_880);
        assertThat(sum(finished(forward(ofNumber("C-7741"))).stream()
                        .filter(lot -> item(lot).equals("S-101"))
                        .collect(Collectors.toSet())))
                .isEqualTo(1_450);
    }

    @Test
    void the_week_made_62400_cases() {
        BigDecimal planned = BigDecimal.ZERO;
        Schedule schedule = new Schedule(new java.util.Random(Demo.SEED));
        for (int day = Workdays.TODAY - 13; day < Workdays.TODAY - 8; day++) {
            for (Making making : schedule.on(day)) {
                planned = planned.add(BigDecimal.valueOf(making.cases()));
            }
        }
        assertThat(planned.intValueExact()).isEqualTo(62_400);
    }

    private static Set<LotId> ofNumber(String number) {
        return BIRTHS.entrySet().stream()
                .filter(e -> e.getValue().passport().number().text().equals(number))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Set<LotId> finished(Set<LotId> lots) {
        return lots.stream()
                .filter(lot -> BIRTHS.get(lot).quantity().unit().equals(Measures.CASE))
                .collect(Collectors.toSet());
    }

    private static String item(LotId lot) {
        return BIRTHS.get(lot).passport().item().code();
    }

    private static int sum(Set<LotId> lots) {
        return lots.stream()
                .mapToInt(l -> BIRTHS.get(l).quantity().amount().intValueExact())
                .sum();
    }

    /** What is there; where the scanner missed a pallet, the books are short and nothing is. */
    private static int where(Set<LotId> lots, Predicate<Place> there) {
        Map<Place, BigDecimal> balances = new HashMap<>();
        for (Event event : EVENTS) {
            for (Movement movement : Facts.movements(event)) {
                if (!lots.contains(movement.lot().first())) continue;
                BigDecimal amount = movement.quantity().amount();
                balances.merge(movement.to(), amount, BigDecimal::add);
                balances.merge(movement.from(), amount.negate(), BigDecimal::add);
            }
        }
        return balances.entrySet().stream()
                .filter(e -> there.test(e.getKey()))
                .map(Map.Entry::getValue)
                .filter(amount -> amount.signum() > 0)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .intValueExact();
    }

    /**
     * Every lot that a run or vessel gives may contain all that it took, and what the run before
     * did.
     */
    private static Set<LotId> forward(Set<LotId> roots) {
        Map<String, Set<LotId>> fed = new TreeMap<>();
        Map<String, Set<LotId>> given = new TreeMap<>();
        Map<String, Set<String>> after = new TreeMap<>();
        for (Event event : EVENTS) {
            for (Link link : Facts.links(event)) {
                switch (link) {
                    case Link.Fed l -> put(fed, l.run().code(), l.lot().first());
                    case Link.Yielded l -> put(given, l.run().code(), l.lot().first());
                    case Link.FilledInto l ->
                        put(fed, l.vessel().code(), l.lot().first());
                    case Link.DrawnFrom l ->
                        put(given, l.vessel().code(), l.lot().first());
                }
            }
            if (event instanceof Event.Produced p && p.run().basis() == RunBasis.NONE) {
                RunId before = p.run().after();
                if (before != null) {
                    after.computeIfAbsent(before.code(), _ -> new HashSet<>())
                            .add(p.run().id().code());
                }
            }
        }
        Set<LotId> reached = new HashSet<>(roots);
        Set<String> nodes = new HashSet<>();
        boolean grows = true;
        while (grows) {
            grows = false;
            for (var node : fed.entrySet()) {
                if (node.getValue().stream().anyMatch(reached::contains)) {
                    grows |= nodes.add(node.getKey());
                }
            }
            for (String node : List.copyOf(nodes)) {
                grows |= nodes.addAll(after.getOrDefault(node, Set.of()));
                grows |= reached.addAll(given.getOrDefault(node, Set.of()));
            }
        }
        return reached;
    }

    private static void put(Map<String, Set<LotId>> map, String node, LotId lot) {
        map.computeIfAbsent(node, _ -> new HashSet<>()).add(lot);
    }

    /**
     * What takes effect: corrected events as corrected, deliveries and totes with their content.
     */
    private static List<Event> effective(List<Act> acts) {
        Map<Object, Event> byId = new java.util.LinkedHashMap<>();
        Map<Object, Object> effectOf = new HashMap<>();
        for (Act act : acts) {
            for (Event event : act.events()) {
                if (event instanceof Event.Corrected c) {
                    Object original = effectOf.getOrDefault(c.corrects(), c.corrects());
                    effectOf.put(c.id(), original);
                    if (c.replacement() == null) byId.remove(original);
                    else byId.put(original, c.replacement());
                } else {
                    byId.put(event.id(), event);
                }
            }
        }
        return byId.values().stream().map(e -> resolved(e, byId.values())).toList();
    }

    private static Event resolved(Event event, java.util.Collection<Event> all) {
        return switch (event) {
            case Event.Delivered d ->
                all.stream()
                        .filter(Event.Shipped.class::isInstance)
                        .map(Event.Shipped.class::cast)
                        .filter(s -> s.shipment().equals(d.shipment()))
                        .map(s -> (Event) new Event.Delivered(
                                d.circumstances(),
                                d.shipment(),
                                d.consignee(),
                                d.shipTo(),
                                d.basis(),
                                s.lines().stream()
                                        .map(l -> new stemma.ledger.Line(
                                                l.lot(),
                                                l.quantity(),
                                                null,
                                                new Place.InTransit(d.shipment())))
                                        .toList()))
                        .findFirst()
                        .orElseThrow();
            case Event.Consumed c when !c.containers().isEmpty() -> poured(c, all);
            default -> event;
        };
    }

    /** A tote that is emptied into a run holds what was packed into it last. */
    private static Event poured(Event.Consumed consumed, java.util.Collection<Event> all) {
        Event.Packed packed = all.stream()
                .filter(Event.Packed.class::isInstance)
                .map(Event.Packed.class::cast)
                .filter(p -> p.container().equals(consumed.containers().getFirst()))
                .filter(p -> p.id().compareTo(consumed.id()) < 0)
                .max(java.util.Comparator.comparing(Event::id))
                .orElseThrow();
        List<Input> inputs = packed.lines().stream()
                .map(l -> new Input(
                        l.lot(),
                        l.quantity(),
                        null,
                        new Place.InContainer(packed.container()),
                        List.of()))
                .toList();
        return new Event.Consumed(
                consumed.circumstances(), consumed.run(), inputs, consumed.containers());
    }
}
