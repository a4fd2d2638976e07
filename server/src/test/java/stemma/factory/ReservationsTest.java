package stemma.factory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import stemma.identifiers.ActorId;
import stemma.identifiers.ItemCode;
import stemma.identifiers.OrderCode;
import stemma.journal.Author;
import stemma.ledger.Event;
import stemma.ledger.Submission;
import stemma.lots.Lot;
import stemma.quantity.Quantity;
import stemma.stock.Balance;
import stemma.stock.Need;
import stemma.stock.Offer;
import stemma.stock.Pick;
import stemma.stock.Purpose;
import stemma.stock.Reservation;
import stemma.stock.Reservations;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** What must hold of reservations, whatever is recorded between them. */
class ReservationsTest {
    private static final Author AUTHOR = new Author(new ActorId("plant"), "session", "device");
    private static final int SEEDS = Integer.getInteger("stemma.seeds", 20);
    private static final int LENGTH = 40;

    @Test
    void a_reservation_ends_once_and_there_is_never_more_reserved_than_there_is() {
        Map<Reservation.How, Integer> endings = new HashMap<>();
        try (PlantWorld world = new PlantWorld()) {
            for (int seed = 1; seed <= SEEDS; seed++) {
                Story story = new Story(
                        world, Plan.of(seed, 7_000_000L + seed, LENGTH, Plant.Claims.MIXED));
                try {
                    story.happen();
                } catch (RuntimeException | AssertionError failure) {
                    throw new AssertionError("seed " + seed + ": " + failure.getMessage(), failure);
                }
                story.endings.forEach((how, count) -> endings.merge(how, count, Integer::sum));
            }
        }
        System.out.println("reservations ended " + endings);
        assertThat(endings)
                .containsKeys(
                        Reservation.How.TAKEN, Reservation.How.RELEASED, Reservation.How.BROKEN);
    }

    /** One plan, with goods reserved and given free between its submissions. */
    private static final class Story {
        private final PlantWorld world;
        private final Plan plan;
        private final Random chance;
        private final List<OrderCode> orders;
        private final Map<Long, Quantity> made = new HashMap<>();
        private final Map<Long, Reservation> ended = new HashMap<>();
        private final Map<Reservation.How, Integer> endings = new HashMap<>();

        Story(PlantWorld world, Plan plan) {
            this.world = world;
            this.plan = plan;
            this.chance = new Random(plan.seed());
            Set<OrderCode> named = new HashSet<>();
            for (Event event : plan.events()) {
                if (event instanceof Event.Shipped e && e.order() != null) named.add(e.order());
                if (event instanceof Event.Consumed e && e.run().order() != null)
                    named.add(e.run().order());
            }
            named.add(new OrderCode("OWN-" + plan.codes().salt()));
            orders = named.stream().sorted().toList();
        }

        void happen() {
            world.masters(plan.codes());
            for (List<Event> events : plan.submissions()) {
                world.ledger.append(Submission.of(AUTHOR, events));
                check();
                if (chance.nextInt(4) != 0) reserve();
                if (chance.nextInt(8) == 0) release();
                check();
            }
        }

        private void reserve() {
            List<ItemCode> items = List.copyOf(plan.codes().items());
            ItemCode item = items.get(chance.nextInt(items.size()));
            LocalDate day = LocalDate.of(2026, 11, 1);
            Need need = Need.of(
                    item,
                    plan.codes().site(),
                    chance.nextBoolean() ? Purpose.SHIP : Purpose.USE,
                    Quantity.each(1),
                    day);
            List<Offer> fit = world.reservations.offers(need).stream()
                    .filter(Offer::isFit)
                    .filter(offer -> !offer.lot().isPool())
                    .toList();
            if (fit.isEmpty()) return;
            Offer offer = fit.get(chance.nextInt(fit.size()));
            Quantity some = offer.lot().isSerial()
                    ? offer.free()
                    : new Quantity(
                            offer.free().amount().divide(BigDecimal.TWO),
                            offer.free().unit());
            if (!some.isPositive() || some.amount().scale() > Quantity.MAX_SCALE) return;
            OrderCode order = orders.get(chance.nextInt(orders.size()));
            var answer = world.reservations.keep(
                    new Reservations.Keeping(
                            order,
                            1,
                            need,
                            List.of(new Pick(offer.portion(), offer.place(), some)),
                            null),
                    AUTHOR);
            assertThat(answer).isInstanceOf(Reservations.Answer.Kept.class);
            ((Reservations.Answer.Kept) answer)
                    .reservations()
                    .forEach(r -> made.put(r.key(), r.quantity()));
        }

        private void release() {
            List<Long> open = all().stream()
                    .filter(Reservation::isOpen)
                    .map(Reservation::key)
                    .toList();
            if (!open.isEmpty()) {
                Long one = open.get(chance.nextInt(open.size()));
                world.reservations.release(List.of(one), "not needed", AUTHOR);
            }
        }

        private List<Reservation> all() {
            return world.reservations.of(orders);
        }

        private void check() {
            List<Reservation> all = all();
            Map<Long, Quantity> sums = new HashMap<>();
            for (Reservation one : all) {
                Long root = one.partedFrom() == null ? Long.valueOf(one.key()) : one.partedFrom();
                sums.merge(root, one.quantity(), Quantity::plus);
                if (one.isOpen()) assertThat(ended).doesNotContainKey(one.key());
                else endsOnce(one);
            }
            sums.forEach((root, sum) -> assertThat(sum.amount())
                    .as("the parts of " + root)
                    .isEqualByComparingTo(made.get(root).amount()));
            all.stream().filter(Reservation::isOpen).toList().forEach(this::isCovered);
            noUnitTwice(all);
        }

        private void endsOnce(Reservation one) {
            Reservation before = ended.putIfAbsent(one.key(), one);
            if (before != null) assertThat(one).isEqualTo(before);
            else endings.merge(one.ending().how(), 1, Integer::sum);
            boolean byEvent = one.ending().how() != Reservation.How.RELEASED
                    && one.ending().how() != Reservation.How.LAPSED;
            assertThat(one.ending().seq() != null).isEqualTo(byEvent);
        }

        private void isCovered(Reservation one) {
            Lot lot = world.lots.lot(one.lot().first()).orElseThrow();
            List<Balance> there = new ArrayList<>(world.stock.of(lot, one.lot()));
            there.removeIf(b -> !b.place().equals(one.place()));
            BigDecimal amount = there.stream()
                    .map(b -> lot.isSerial()
                            ? BigDecimal.valueOf(b.lot().common(one.lot()).count())
                            : b.quantity().amount())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal kept = lot.isSerial()
                    ? BigDecimal.valueOf(one.lot().count())
                    : world.reservations.ofLots(List.of(lot)).stream()
                            .filter(r -> r.isOpen() && r.place().equals(one.place()))
                            .map(r -> r.quantity().amount())
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(kept)
                    .as("reserved of " + one.lot() + " at " + one.place())
                    .isLessThanOrEqualTo(amount);
        }

        private static void noUnitTwice(List<Reservation> all) {
            List<Reservation> units =
                    all.stream().filter(r -> r.isOpen() && r.lot().count() > 1).toList();
            for (Reservation one : units) {
                for (Reservation other : units) {
                    if (one.key() != other.key())
                        assertThat(one.lot().overlaps(other.lot())).isFalse();
                }
            }
        }
    }
}
