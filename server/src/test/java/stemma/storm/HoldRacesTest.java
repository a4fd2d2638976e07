package stemma.storm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import stemma.identifiers.ItemCode;
import stemma.identifiers.LotId;
import stemma.identifiers.OrderCode;
import stemma.identifiers.Portion;
import stemma.ledger.Answer;
import stemma.ledger.Descent;
import stemma.ledger.Event;
import stemma.ledger.Evidence;
import stemma.ledger.Status;
import stemma.lots.Lot;
import stemma.quantity.Quantity;
import stemma.stock.Need;
import stemma.stock.Pick;
import stemma.stock.Purpose;
import stemma.stock.Reservation;
import stemma.stock.Reservations;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

/** A hold is set or lifted in the moment in which others ship, pick, yield, split or release. */
class HoldRacesTest {
    private static final RacePlant RACES = new RacePlant();
    private static final StormPlant PLANT = RACES.plant;
    private int before;
    private int after;

    @AfterAll
    static void close() {
        RACES.close();
    }

    @Test
    void nothing_is_shipped_or_in_hand_once_its_hold_is_recorded() {
        for (int round = 0; round < RacePlant.ROUNDS; round++) {
            Portion flour = PLANT.receive(RACES.code("F"), "100 kg");
            Event.Held held = RACES.hold(flour, Descent.ALONE);
            List<Callable<?>> deeds = new ArrayList<>(shippers(flour, 3, 3));
            deeds.add(times(3, () -> pick(flour)));
            deeds.add(times(3, () -> pick(flour)));
            deeds.add(RACES.late(held));
            RaceRecord record = new RaceRecord(RACES.race(deeds));
            noneAfter(record, Set.of(flour.first()), record.seq(held));
            List<Reservation> kept = PLANT.world.reservations().ofLots(List.of(RACES.lot(flour)));
            assertThat(kept.stream().filter(Reservation::isOpen)).isEmpty();
        }
        told("hold against ship and pick");
    }

    @Test
    void what_is_yielded_or_parted_while_a_hold_is_set_bears_it() {
        for (int round = 0; round < RacePlant.ROUNDS; round++) {
            Portion flour = PLANT.receive(RACES.code("F"), "100 kg");
            String run = RACES.code("WO");
            Event.Consumed fed = PLANT.consume(flour, "10 kg", run);
            RACES.done(fed);
            Event.Held held = RACES.hold(flour, Descent.WITH_DESCENDANTS);
            List<Callable<?>> deeds = new ArrayList<>();
            deeds.add(times(2, () -> bakeAndShip(run)));
            deeds.add(times(2, () -> bakeAndShip(run)));
            deeds.add(times(2, () -> feedBakeAndShip(flour)));
            deeds.add(times(2, () -> splitAndShip(flour)));
            deeds.add(RACES.late(held));
            RaceRecord record = new RaceRecord(RACES.race(deeds));
            Set<LotId> reached = record.cameOf(flour.first(), List.of(fed));
            noneAfter(record, reached, record.seq(held));
            for (LotId lot : reached)
                assertThat(RACES.holds(RACES.lot(Portion.of(lot))))
                        .as("holds on what came of the lot")
                        .contains(held.hold());
        }
        told("hold against yield and split");
    }

    @Test
    void a_release_and_a_hold_at_once_both_stand_and_nothing_leaves_outside_of_them() {
        for (int round = 0; round < RacePlant.ROUNDS; round++) {
            Portion drug = RACES.receive("drug");
            Event released = RACES.judge(drug, Status.RELEASED, "quinn");
            Event.Held held = RACES.hold(drug, Descent.ALONE);
            List<Callable<?>> deeds = new ArrayList<>(shippers(drug, 4, 4));
            deeds.add(() -> RACES.tell(released));
            deeds.add(RACES.late(held));
            RaceRecord record = new RaceRecord(RACES.race(deeds));
            assertThat(record.stands(released)).isTrue();
            assertThat(record.stands(held)).isTrue();
            noneAfter(record, Set.of(drug.first()), record.seq(held));
            assertThat(record.taken(Set.of(drug.first())))
                    .as("left before it was released")
                    .allMatch(seq -> seq > record.seq(released));
            Lot lot = RACES.lot(drug);
            assertThat(RACES.status(lot)).isEqualTo(Status.RELEASED);
            assertThat(RACES.holds(lot)).containsExactly(held.hold());
        }
        told("release against hold");
    }

    @Test
    void while_one_of_two_holds_is_lifted_the_other_still_stops_every_shipment() {
        for (int round = 0; round < RacePlant.ROUNDS; round++) {
            Portion flour = PLANT.receive(RACES.code("F"), "100 kg");
            Event.Held first = RACES.hold(flour, Descent.ALONE);
            Event.Held second = RACES.hold(flour, Descent.WITH_DESCENDANTS);
            RACES.done(first);
            RACES.done(second);
            List<Event> lifts = new ArrayList<>(List.of(RACES.lift(first), RACES.lift(second)));
            if (RACES.chance.nextBoolean()) lifts = lifts.reversed();
            for (Event lift : lifts) {
                List<Callable<?>> deeds = new ArrayList<>(shippers(flour, 4, 2));
                deeds.add(() -> RACES.tell(lift));
                RaceRecord record = new RaceRecord(RACES.race(deeds));
                assertThat(record.stands(lift)).isTrue();
                long free = lift.equals(lifts.getLast()) ? record.seq(lift) : Long.MAX_VALUE;
                List<Long> shipped = record.taken(Set.of(flour.first()));
                assertThat(shipped).as("shipped while held").allMatch(seq -> seq > free);
                after += shipped.size();
            }
            RACES.done(RACES.ship(flour, "1 kg"));
        }
        told("lifting one of two holds against ship");
    }

    private void noneAfter(RaceRecord record, Set<LotId> lots, long since) {
        List<Long> taken = record.taken(lots);
        assertThat(taken).as("left after the hold").allMatch(seq -> seq < since);
        before += taken.size();
    }

    private void told(String race) {
        System.out.println(race + ": " + RacePlant.ROUNDS + " rounds, " + before + " left before it"
                + (after > 0 ? ", " + after + " after it was lifted" : ""));
    }

    private static List<Callable<?>> shippers(Portion lot, int hands, int times) {
        List<Callable<?>> deeds = new ArrayList<>();
        for (int i = 0; i < hands; i++)
            deeds.add(times(times, () -> RACES.tell(RACES.ship(lot, "1 kg"))));
        return deeds;
    }

    private static Callable<?> times(int times, Callable<?> deed) {
        return () -> {
            for (int i = 0; i < times; i++) deed.call();
            return times;
        };
    }

    private static Answer bakeAndShip(String run) {
        Event.Produced yielded = PLANT.yield(run, RACES.code("B"), 10);
        return shipped(RACES.tell(yielded), Portion.of(new LotId(yielded.id(), 0)), "1 ea");
    }

    private static Answer feedBakeAndShip(Portion flour) {
        String run = RACES.code("WO");
        Event.Produced yielded = PLANT.yield(run, RACES.code("B"), 10);
        Answer made = RACES.tell(PLANT.consume(flour, "1 kg", run), yielded);
        return shipped(made, Portion.of(new LotId(yielded.id(), 0)), "1 ea");
    }

    private static Answer splitAndShip(Portion flour) {
        Event.Split parted = RACES.split(flour, "flour", "2 kg");
        return shipped(RACES.tell(parted), Portion.of(new LotId(parted.id(), 0)), "1 kg");
    }

    private static Answer shipped(Answer made, Portion lot, String quantity) {
        return made instanceof Answer.Refused ? made : RACES.tell(RACES.ship(lot, quantity));
    }

    private static Reservations.Answer pick(Portion flour) {
        Quantity some = Quantity.of("1 kg");
        Need need = Need.of(
                new ItemCode("flour"),
                StormPlant.SITE,
                Purpose.SHIP,
                some,
                LocalDate.ofInstant(PLANT.world.clock().now(), ZoneOffset.UTC));
        return RACES.other()
                .reservations()
                .pickUp(
                        new Reservations.Keeping(
                                new OrderCode(RACES.code("SO")),
                                1,
                                need,
                                List.of(new Pick(flour, StormPlant.MAIN, some)),
                                null),
                        null,
                        Evidence.SCANNED,
                        PLANT.author);
    }
}
