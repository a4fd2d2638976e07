package stemma.storm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import stemma.identifiers.HoldCode;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.Portion;
import stemma.ledger.Answer;
import stemma.ledger.Claim;
import stemma.ledger.Descent;
import stemma.ledger.Event;
import stemma.ledger.Reach;
import stemma.ledger.Recorded;
import stemma.ledger.Submission;
import stemma.quantity.Quantity;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

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

    @Test
    void nothing_escapes_a_hold_set_on_an_ancestor_in_the_storm() {
        Portion flour = plant.receive("F-103", "1000 kg");
        AtomicInteger number = new AtomicInteger();
        List<Recorded> shipped = new ArrayList<>();
        List<Recorded> held = new ArrayList<>();
        StormPlant.atOnce(9, () -> {
            int hand = number.incrementAndGet();
            if (hand == 9) held.addAll(hold());
            else {
                for (int i = 0; i < 12; i++) {
                    List<Recorded> left = bakeAndShip(flour, hand + "-" + i);
                    synchronized (shipped) {
                        shipped.addAll(left);
                    }
                }
            }
            return hand;
        });
        assertThat(held).isNotEmpty();
        long since = held.getFirst().seq();
        assertThat(shipped.stream().map(Recorded::seq)).allMatch(seq -> seq < since);
        Portion late = Portion.of(new LotId(plant.world.ids().next(), 0));
        assertThat(late).isNotNull();
        assertThat(plant.append(plant.consume(flour, "1 kg", "WO-late")))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        r -> assertThat(r.why().code()).isEqualTo("lot_is_held"));
    }

    private List<Recorded> hold() throws InterruptedException {
        Thread.sleep(150);
        Event.Held held = new Event.Held(
                plant.now(Claim.INTENT),
                new HoldCode("H-storm"),
                new Reach.Family(null, new LotNumber("F-103")),
                Descent.WITH_DESCENDANTS);
        return ((Answer.Appended) plant.append(held)).events();
    }

    private List<Recorded> bakeAndShip(Portion flour, String name) {
        Event.Produced yielded = plant.yield("WO-" + name, "B-" + name, 10);
        Answer baked = plant.world
                .ledger()
                .append(Submission.of(
                        plant.author, plant.consume(flour, "1 kg", "WO-" + name), yielded));
        if (baked instanceof Answer.Refused) return List.of();
        Portion bread = Portion.of(new LotId(yielded.id(), 0));
        return Stream.of(plant.append(plant.ship(bread, Quantity.each(10), "SH-" + name)))
                .filter(Answer.Appended.class::isInstance)
                .flatMap(a -> ((Answer.Appended) a).events().stream())
                .toList();
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
