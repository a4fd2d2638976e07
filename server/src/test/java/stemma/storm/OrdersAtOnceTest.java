package stemma.storm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import stemma.catalog.Amendment;
import stemma.catalog.Master;
import stemma.catalog.OrderLine;
import stemma.catalog.PurchaseOrder;
import stemma.catalog.SalesOrder;
import stemma.catalog.Standing;
import stemma.identifiers.ContainerCode;
import stemma.identifiers.DocumentCode;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.OrderCode;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.Portion;
import stemma.identifiers.ShipmentCode;
import stemma.ledger.Answer;
import stemma.ledger.Birth;
import stemma.ledger.Claim;
import stemma.ledger.ContentBasis;
import stemma.ledger.Event;
import stemma.ledger.Line;
import stemma.ledger.Passport;
import stemma.ledger.Place;
import stemma.quantity.Quantity;
import stemma.stock.Container;
import stemma.stock.Need;
import stemma.stock.Pick;
import stemma.stock.Purpose;
import stemma.stock.Reservation;
import stemma.stock.Reservations;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/** Many hands at one order, one lot kept for many orders, and one pallet in another's way. */
class OrdersAtOnceTest {
    private static final OrderCode ORDER = new OrderCode("O-1");
    private final StormPlant plant = new StormPlant();
    private final AtomicInteger next = new AtomicInteger();

    @AfterEach
    void close() {
        plant.close();
    }

    @Test
    void deliveries_of_one_line_that_come_at_once_fill_it_up_to_its_tolerance() {
        define(new PurchaseOrder(
                ORDER,
                new PartnerCode("Mill"),
                StormPlant.SITE,
                null,
                List.of(line("flour", "100 kg", "10")),
                Standing.ACTIVE));
        List<Answer> answers = many(16, 3, () -> plant.append(delivery("5 kg")));
        assertThat(passed(answers)).isEqualTo(22);
        assertThat(refused(answers)).hasSize(26).containsOnly("over_delivery");
    }

    @Test
    void shipments_for_one_order_that_leave_at_once_do_not_exceed_it() {
        Portion bread = bake("B-1", 200);
        define(new SalesOrder(
                ORDER,
                new PartnerCode("Shop"),
                null,
                null,
                List.of(line("bread", "40 ea", "0")),
                Standing.ACTIVE));
        List<Answer> answers = many(16, 2, () -> plant.append(shipment(bread)));
        assertThat(passed(answers)).isEqualTo(8);
        assertThat(refused(answers)).hasSize(24).containsOnly("over_shipment");
    }

    @Test
    void orders_that_reserve_one_lot_at_once_never_get_more_than_there_is() {
        Portion flour = plant.receive("F-1", "100 kg");
        List<Reservations.Answer> answers = many(16, 3, () -> keep(flour));
        assertThat(answers.stream().filter(Reservations.Answer.Kept.class::isInstance))
                .hasSize(33);
        assertThat(answers.stream()
                        .filter(Reservations.Answer.Refused.class::isInstance)
                        .map(a -> ((Reservations.Answer.Refused) a)
                                .why()
                                .getFirst()
                                .code()))
                .hasSize(15)
                .containsOnly("not_enough");
        assertThat(kept(flour)).isEqualByComparingTo("99");
    }

    @Test
    void a_lot_that_is_kept_and_used_at_once_is_never_promised_and_gone() {
        Portion flour = plant.receive("F-2", "100 kg");
        List<Boolean> done = many(
                16,
                3,
                () -> next.incrementAndGet() % 2 == 0
                        ? keep(flour) instanceof Reservations.Answer.Kept
                        : plant.append(plant.consume(flour, "3 kg", "WO-" + next.incrementAndGet()))
                                instanceof Answer.Appended);
        assertThat(done.stream().filter(passed -> passed)).hasSize(33);
        BigDecimal there = plant.world.stock().balances(List.of(lot(flour))).stream()
                .filter(balance -> balance.place().equals(StormPlant.MAIN))
                .map(balance -> balance.quantity().amount())
                .findFirst()
                .orElseThrow();
        assertThat(kept(flour)).isBetween(BigDecimal.ZERO, there);
        assertThat(there.subtract(kept(flour))).isEqualByComparingTo("1");
    }

    @Test
    void pallets_put_into_each_other_at_once_stay_a_forest() {
        Portion bread = bake("B-2", 60);
        int pallets = 6;
        for (int i = 0; i < pallets; i++)
            assertThat(plant.append(packed(
                            i,
                            List.of(new Line(bread, Quantity.each(10), null, StormPlant.MAIN)),
                            List.of())))
                    .isInstanceOf(Answer.Appended.class);
        AtomicInteger hand = new AtomicInteger();
        List<Answer> answers = many(pallets, 1, () -> {
            int outer = hand.getAndIncrement();
            return plant.append(packed(outer, List.of(), List.of(pallet((outer + 1) % pallets))));
        });
        assertThat(passed(answers)).isEqualTo(pallets - 1);
        assertThat(refused(answers)).containsExactly("container_cycle");
        List<ContainerCode> all = new ArrayList<>();
        for (int i = 0; i < pallets; i++) all.add(pallet(i));
        assertThat(plant.world.stock().containers(all).stream()
                        .map(Container::parent)
                        .filter(java.util.Objects::isNull))
                .hasSize(1);
    }

    private void define(Master order) {
        plant.world.catalog().amend(Amendment.of(List.of(order), "storm"), plant.author);
    }

    private static OrderLine line(String item, String quantity, String over) {
        return new OrderLine(
                1,
                new ItemCode(item),
                Quantity.of(quantity),
                null,
                new BigDecimal(over),
                BigDecimal.ZERO);
    }

    private <T> List<T> many(int hands, int times, Callable<T> act) {
        return StormPlant.atOnce(hands, () -> {
                    List<T> mine = new ArrayList<>();
                    for (int i = 0; i < times; i++) mine.add(act.call());
                    return mine;
                })
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static long passed(List<Answer> answers) {
        return answers.stream().filter(Answer.Appended.class::isInstance).count();
    }

    private static List<String> refused(List<Answer> answers) {
        return answers.stream()
                .filter(Answer.Refused.class::isInstance)
                .map(a -> ((Answer.Refused) a).why().code())
                .toList();
    }

    private Event delivery(String quantity) {
        int number = next.incrementAndGet();
        return new Event.Received(
                plant.now(Claim.INTENT),
                new DocumentCode("R-" + number),
                ORDER,
                new PartnerCode("Mill"),
                List.of(Birth.of(
                        0,
                        Passport.of(new ItemCode("flour"), new LotNumber("F-" + number)),
                        Quantity.of(quantity),
                        StormPlant.MAIN)));
    }

    private Event shipment(Portion bread) {
        return new Event.Shipped(
                plant.now(Claim.INTENT),
                new ShipmentCode("SH-" + next.incrementAndGet()),
                ORDER,
                new PartnerCode("Shop"),
                null,
                List.of(new Line(bread, Quantity.each(5), null, StormPlant.MAIN)),
                List.of());
    }

    private Portion bake(String number, int count) {
        Event.Produced yielded = plant.yield("WO-" + number, number, count);
        assertThat(plant.append(yielded)).isInstanceOf(Answer.Appended.class);
        return Portion.of(new LotId(yielded.id(), 0));
    }

    private Reservations.Answer keep(Portion flour) {
        Quantity some = Quantity.of("3 kg");
        Need need = Need.of(
                new ItemCode("flour"),
                StormPlant.SITE,
                Purpose.USE,
                some,
                LocalDate.ofInstant(plant.world.clock().now(), java.time.ZoneOffset.UTC));
        return plant.world
                .reservations()
                .keep(
                        new Reservations.Keeping(
                                new OrderCode("WO-" + next.incrementAndGet()),
                                1,
                                need,
                                List.of(new Pick(flour, StormPlant.MAIN, some)),
                                null),
                        plant.author);
    }

    private BigDecimal kept(Portion flour) {
        return plant.world.reservations().ofLots(List.of(lot(flour))).stream()
                .filter(Reservation::isOpen)
                .map(reservation -> reservation.quantity().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private stemma.lots.Lot lot(Portion portion) {
        return plant.world.lots().lot(portion.first()).orElseThrow();
    }

    private static ContainerCode pallet(int number) {
        return new ContainerCode("PAL-" + number);
    }

    private Event packed(int outer, List<Line> lines, List<ContainerCode> inner) {
        return new Event.Packed(
                plant.now(Claim.INTENT),
                pallet(outer),
                lines.isEmpty() ? null : (Place) StormPlant.MAIN,
                ContentBasis.OBSERVED,
                lines,
                inner);
    }
}
