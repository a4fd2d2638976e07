package stemma.demo;

import stemma.identifiers.OrderCode;
import stemma.identifiers.ShipmentCode;
import stemma.ledger.AdjustmentCause;
import stemma.ledger.Circumstances;
import stemma.ledger.DeliveryBasis;
import stemma.ledger.Event;
import stemma.ledger.Line;
import stemma.ledger.Place;
import stemma.quantity.Quantity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Sena's afternoons: trucks to the customers, mostly with the oldest goods, which arrive next day.
 */
final class Dock {
    private static final int FIRST_TRUCK = 13 * 60;
    private static final int EARLY_TRUCK = 5 * 60 + 50;
    private static final int BETWEEN_TRUCKS = 22;
    private static final int STAGED_BEFORE = 12;
    private static final int ARRIVES_FROM = 7 * 60;
    private static final int COUNTED_AT = 18 * 60 + 20;
    private static final int MOST_LINES = 6;
    private static final int LEAST_TRUCKS = 5;
    private static final int WRONG_ADDRESS_EVERY = 190;
    private static final Duration FOUND_AFTER = Duration.ofMinutes(35);
    private static final int REST_DAYS = 2;

    /** Since then goods are scanned onto the dispatch dock before they are loaded. */
    private static final int STAGED_FROM = Workdays.TODAY - 45;

    private static final double PRESUMED = 0.08;

    private final Floor floor;
    private final Incident incident;
    private final List<Firm.Address> round;
    private final List<Sent> sent = new ArrayList<>();
    private int next;
    private int trucks;

    Dock(Floor floor, Incident incident) {
        this.floor = floor;
        this.incident = incident;
        this.round = new ArrayList<>(Firm.addresses());
        Collections.shuffle(round, floor.random());
    }

    /** Goods of the ordinary stores that reached a customer. */
    record Sent(int day, Firm.Address to, Pile.Taken goods) {}

    /** A truck in the loading: its address and goods; those of the incident stand first. */
    private record Load(Firm.Address to, List<Pile.Taken> goods, int ofIncident) {
        boolean isEmpty() {
            return goods.isEmpty();
        }
    }

    List<Sent> sent() {
        return sent;
    }

    /** Loads the trucks of a day and lets them arrive. */
    void ship(int day) {
        List<Load> loads = new ArrayList<>();
        for (IncidentPlan.Truck truck : IncidentPlan.trucks(day)) {
            List<Pile.Taken> goods = new ArrayList<>(incident.load(truck));
            loads.add(new Load(truck.to(), goods, goods.size()));
        }
        int others = LEAST_TRUCKS + floor.random().nextInt(2) - loads.size() / 2;
        for (int i = 0; i < others; i++) loads.add(new Load(address(), new ArrayList<>(), 0));
        fill(day, loads);
        int minute = FIRST_TRUCK;
        int arrives = ARRIVES_FROM;
        for (Load load : loads) {
            if (load.isEmpty()) continue;
            boolean early = day == Workdays.TODAY && load.ofIncident() > 0;
            send(day, early ? EARLY_TRUCK : minute, arrives, load);
            minute += BETWEEN_TRUCKS;
            arrives += 14;
        }
    }

    private Firm.Address address() {
        return round.get(next++ % round.size());
    }

    private void fill(int day, List<Load> loads) {
        List<Pile> oldest = Finished.all().stream()
                .flatMap(f -> floor.stores().usable(f.item(), day))
                .filter(pile -> day - pile.from() >= REST_DAYS)
                .sorted(Comparator.comparing(Pile::from))
                .toList();
        int turn = 0;
        for (Pile pile : oldest) {
            while (!pile.isGone()) {
                int full = 0;
                while (full < loads.size()
                        && loads.get(turn % loads.size()).goods().size() >= MOST_LINES) {
                    turn++;
                    full++;
                }
                if (full == loads.size()) return;
                Quantity pallets = Measures.cases(320 + 80L * floor.random().nextInt(6));
                Load load = loads.get(turn++ % loads.size());
                if (load.goods().stream().anyMatch(taken -> taken.pile() == pile)) break;
                Pile.Taken taken = pile.take(Measures.lesser(pallets, pile.left()));
                load.goods().add(taken);
                sent.add(new Sent(day, load.to(), taken));
            }
        }
    }

    private void send(int day, int minute, int arrives, Load load) {
        Story story = floor.story();
        List<Pile.Taken> scanned = new ArrayList<>();
        List<Pile.Taken> missed = new ArrayList<>();
        for (Pile.Taken taken : load.goods()) {
            (incident.isUnscanned(day, taken) ? missed : scanned).add(taken);
        }
        boolean staged = day >= STAGED_FROM;
        if (staged) {
            story.tell(
                    Crew.SENA,
                    new Event.Moved(
                            story.scan(story.at(day, minute - STAGED_BEFORE)),
                            scanned.stream().map(Pile.Taken::line).toList(),
                            List.of(),
                            Firm.DISPATCH));
        }
        ShipmentCode shipment = new ShipmentCode(floor.numbers().document("SH"));
        OrderCode order = new OrderCode(floor.numbers().document("SO"));
        Instant at = story.at(day, minute);
        Circumstances leaves = missed.isEmpty()
                ? story.scan(at)
                : story.report(at, "scan_missed", "A pallet went to the dock past the scanner.");
        List<Line> lines = load.goods().stream()
                .map(staged ? Dock::fromDock : Pile.Taken::line)
                .toList();
        Event.Shipped shipped = new Event.Shipped(
                leaves,
                shipment,
                order,
                load.to().customer(),
                load.to().shipTo(),
                lines,
                List.of());
        if (++trucks % WRONG_ADDRESS_EVERY == 0 && load.ofIncident() == 0) misdirect(shipped, at);
        else story.tell(Crew.SENA, shipped);
        for (Pile.Taken taken : missed) count(day, taken);
        deliver(day, arrives, shipment, load);
    }

    /** The wrong address of the right customer is picked, and set right within the hour. */
    private void misdirect(Event.Shipped right, Instant at) {
        Story story = floor.story();
        Firm.Address wrong = Firm.addresses().stream()
                .filter(to -> to.customer().equals(right.consignee()))
                .filter(to -> !to.shipTo().equals(right.shipTo()))
                .findFirst()
                .orElseThrow();
        story.tell(
                Crew.SENA,
                new Event.Shipped(
                        right.circumstances(),
                        right.shipment(),
                        right.order(),
                        right.consignee(),
                        wrong.shipTo(),
                        right.lines(),
                        List.of()));
        Circumstances noticed = story.report(
                at.plus(FOUND_AFTER), "wrong_choice", "Another address was picked from the list.");
        story.tell(Crew.SENA, new Event.Corrected(noticed, right.id(), right));
    }

    /**
     * In the evening the pallet that the books still have is missed, and the books are set right.
     */
    private void count(int day, Pile.Taken taken) {
        Story story = floor.story();
        story.tell(
                Crew.SENA,
                new Event.Adjusted(
                        story.keyed(story.at(day, COUNTED_AT)),
                        taken.line().lot(),
                        taken.quantity(),
                        null,
                        taken.from(),
                        Place.Beyond.COUNT_VARIANCE,
                        AdjustmentCause.COUNT));
    }

    private void deliver(int day, int arrives, ShipmentCode shipment, Load load) {
        Story story = floor.story();
        boolean presumed = load.ofIncident() == 0 && floor.random().nextDouble() < PRESUMED;
        int arrivalDay = presumed ? day + 3 : day + 1;
        if (arrivalDay > Workdays.TODAY) return;
        story.tell(
                Crew.IVO,
                new Event.Delivered(
                        story.imported(story.at(arrivalDay, arrives)),
                        shipment,
                        load.to().customer(),
                        load.to().shipTo(),
                        presumed ? DeliveryBasis.PRESUMED : DeliveryBasis.PROVEN,
                        List.of()));
    }

    private static Line fromDock(Pile.Taken taken) {
        return new Line(taken.line().lot(), taken.quantity(), null, Firm.DISPATCH);
    }
}
