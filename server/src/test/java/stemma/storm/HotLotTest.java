package stemma.storm;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import stemma.identifiers.ActorId;
import stemma.identifiers.HoldCode;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.Portion;
import stemma.ledger.Answer;
import stemma.ledger.Claim;
import stemma.ledger.Descent;
import stemma.ledger.Event;
import stemma.ledger.Reach;
import stemma.ledger.Reason;
import stemma.ledger.Recorded;
import stemma.lots.Lot;
import stemma.quantity.Quantity;
import stemma.signatures.Signature;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

class HotLotTest {
    private final StormPlant plant = new StormPlant();

    @AfterEach
    void close() {
        plant.close();
    }

    @Test
    void thirty_two_writers_that_ask_120_percent_of_a_lot_get_exactly_all_of_it() {
        Portion flour = plant.receive("F-101", "320 kg");
        AtomicInteger runs = new AtomicInteger();
        List<List<Answer>> answers = StormPlant.atOnce(32, () -> {
            List<Answer> mine = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                mine.add(
                        plant.append(plant.consume(flour, "1 kg", "WO-" + runs.incrementAndGet())));
            }
            return mine;
        });
        List<Answer> all = answers.stream().flatMap(List::stream).toList();
        assertThat(all).hasSize(384);
        assertThat(all.stream().filter(Answer.Appended.class::isInstance)).hasSize(320);
        assertThat(all.stream().filter(Answer.Refused.class::isInstance))
                .allSatisfy(
                        a -> assertThat(((Answer.Refused) a).why().code()).isEqualTo("not_enough"));
        assertThat(onHand(flour)).isEqualTo(Quantity.of("0 kg"));
    }

    @Test
    void one_event_sent_fifty_times_at_once_is_one_event() {
        Portion flour = plant.receive("F-102", "100 kg");
        Event.Consumed once = plant.consume(flour, "7 kg", "WO-once");
        List<Answer> answers = StormPlant.atOnce(50, () -> plant.append(once));
        assertThat(answers).allSatisfy(a -> assertThat(a).isInstanceOf(Answer.Appended.class));
        assertThat(answers.stream()
                        .map(a -> (Answer.Appended) a)
                        .filter(a -> a.novelty() == Answer.Novelty.NEW))
                .hasSize(1);
        assertThat(answers.stream()
                        .flatMap(a -> ((Answer.Appended) a).events().stream())
                        .map(Recorded::seq)
                        .distinct())
                .hasSize(1);
        assertThat(onHand(flour)).isEqualTo(Quantity.of("93 kg"));
    }

    @ParameterizedTest
    @EnumSource
    void nothing_escapes_a_hold_set_on_an_ancestor_in_the_storm(Claim claim) {
        Portion flour = plant.receive("F-103", "1000 kg");
        AtomicInteger number = new AtomicInteger();
        Queue<Portion> baked = new ConcurrentLinkedQueue<>();
        Queue<Recorded> shipped = new ConcurrentLinkedQueue<>();
        Queue<Recorded> held = new ConcurrentLinkedQueue<>();
        CountDownLatch some = new CountDownLatch(12);
        StormPlant.atOnce(9, () -> {
            int hand = number.incrementAndGet();
            if (hand == 9) {
                some.await();
                held.addAll(hold("H-storm", claim));
                return hand;
            }
            for (int i = 0; i < 12; i++) {
                Portion bread = bake(flour, hand + "-" + i);
                if (bread == null) continue;
                baked.add(bread);
                shipped.addAll(ship(bread, hand + "-" + i));
                some.countDown();
            }
            return hand;
        });
        assertThat(shipped).isNotEmpty();
        long since = held.element().seq();
        assertThat(shipped.stream().map(Recorded::seq)).allMatch(seq -> seq < since);
        assertThat(baked).allSatisfy(bread -> assertThat(isHeld(bread)).isTrue());
        assertThat(plant.append(plant.consume(flour, "1 kg", "WO-late")))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        r -> assertThat(r.why().code()).isEqualTo("lot_is_held"));
    }

    @Test
    void holds_that_come_and_go_are_escaped_by_nothing_while_they_stand() {
        Portion flour = plant.receive("F-103", "1000 kg");
        AtomicInteger number = new AtomicInteger();
        AtomicInteger working = new AtomicInteger(12);
        Semaphore told = new Semaphore(0);
        Queue<Long> shipped = new ConcurrentLinkedQueue<>();
        NavigableMap<Long, Long> standing = new TreeMap<>();
        StormPlant.atOnce(13, () -> {
            int hand = number.incrementAndGet();
            if (hand == 13) {
                for (int i = 0; working.get() > 0; i++) {
                    told.acquire(8);
                    long since = seq(hold("H-" + i, Claim.REPORT));
                    told.acquire(8);
                    standing.put(since, seq(lift("H-" + i)));
                }
                return hand;
            }
            for (int i = 0; i < 20; i++) {
                Portion bread = bake(flour, hand + "-" + i);
                if (bread != null)
                    ship(bread, hand + "-" + i).forEach(one -> shipped.add(one.seq()));
                told.release();
            }
            if (working.decrementAndGet() == 0) told.release(100);
            return hand;
        });
        System.out.println(standing.size() + " holds, " + shipped.size() + " shipments");
        assertThat(shipped).isNotEmpty().allSatisfy(seq -> {
            var before = standing.floorEntry(seq);
            assertThat(before == null || before.getValue() < seq).isTrue();
        });
    }

    private List<Recorded> hold(String code, Claim claim) {
        Duration ago = claim == Claim.REPORT ? Duration.ofHours(1) : Duration.ZERO;
        Event.Held held = new Event.Held(
                plant.earlier(claim, ago).because(Reason.of("foreign_body")),
                new HoldCode(code),
                new Reach.Family(null, new LotNumber("F-103")),
                Descent.WITH_DESCENDANTS);
        return ((Answer.Appended) plant.append(held)).events();
    }

    private List<Recorded> lift(String code) {
        Signature quinn = new Signature(
                new ActorId("quinn"), "Quinn", "lifted", plant.world.clock().now(), "made up");
        Event lifted = new Event.HoldLifted(
                plant.now(Claim.REPORT).because(Reason.of("cleared")).signed(quinn),
                new HoldCode(code));
        return ((Answer.Appended) plant.append(lifted)).events();
    }

    private static long seq(List<Recorded> events) {
        return events.getFirst().seq();
    }

    private boolean isHeld(Portion bread) {
        Lot lot = plant.world.lots().lot(bread.first()).orElseThrow();
        return !plant.world.stock().holdsOn(List.of(lot)).on(lot).isEmpty();
    }

    private @Nullable Portion bake(Portion flour, String name) {
        Event.Produced yielded = plant.yield("WO-" + name, "B-" + name, 10);
        Answer baked = plant.append(plant.consume(flour, "1 kg", "WO-" + name), yielded);
        return baked instanceof Answer.Refused ? null : Portion.of(new LotId(yielded.id(), 0));
    }

    private List<Recorded> ship(Portion bread, String name) {
        return switch (plant.append(plant.ship(bread, Quantity.each(10), "SH-" + name))) {
            case Answer.Appended(var events, var _) -> events;
            case Answer.Refused _ -> List.of();
        };
    }

    private Quantity onHand(Portion lot) {
        return plant
                .world
                .stock()
                .balances(List.of(plant.world.lots().lot(lot.first()).orElseThrow()))
                .stream()
                .filter(b -> b.place().equals(StormPlant.MAIN))
                .map(b -> b.quantity())
                .findFirst()
                .orElse(Quantity.of("0 kg"));
    }
}
