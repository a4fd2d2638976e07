package stemma.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

class TraceIndexTest {
    private static final int SEEDS = 150;
    private static final int MANY_SEEDS = 2_000;

    @Test
    void every_answer_is_that_of_the_replay() {
        for (int seed = 0; seed < SEEDS; seed++) answersAreThoseOfTheReplay(seed);
    }

    @Test
    @Tag("slow")
    void every_answer_is_that_of_the_replay_on_many_plants() {
        for (int seed = SEEDS; seed < MANY_SEEDS; seed++) answersAreThoseOfTheReplay(seed);
    }

    private static void answersAreThoseOfTheReplay(int seed) {
        RandomPlant plant = new RandomPlant(seed);
        List<Fact> facts = plant.facts();
        List<Fact> standing = new ArrayList<>(facts);
        TraceIndex index = new TraceIndex();
        TraceIndex merged = new TraceIndex();
        TraceIndex swept = new TraceIndex(0);
        for (Fact fact : facts) {
            index.tell(to -> to.state(fact));
            merged.tell(to -> to.state(fact));
            swept.tell(to -> to.state(fact));
            if (plant.random().nextInt(20) == 0) merge(merged, swept);
        }
        while (plant.random().nextInt(4) != 0 && !standing.isEmpty()) {
            Fact corrected = standing.remove(plant.random().nextInt(standing.size()));
            index.tell(to -> to.withdraw(corrected));
            merged.tell(to -> to.withdraw(corrected));
            swept.tell(to -> to.withdraw(corrected));
            if (plant.random().nextInt(4) == 0) merge(merged, swept);
        }
        TraceIndex reordered = new TraceIndex(0);
        tell(reordered, shuffled(standing, plant.random()));
        eachIsAsIfAskedAlone(seed, merged, plant);
        Replay replay = new Replay(standing);
        for (int i = 0; i < 6; i++) {
            List<Span> roots = new ArrayList<>(List.of(plant.span()));
            if (i % 3 == 2) roots.add(plant.span());
            for (Cause cause : Cause.values()) {
                for (Direction direction : Direction.values()) {
                    String of = "seed " + seed + " " + direction + " " + cause + " " + roots;
                    holds(of, index, replay, roots, direction, cause);
                    holds(of + " merged", merged, replay, roots, direction, cause);
                    holds(of + " merged and swept", swept, replay, roots, direction, cause);
                    holds(of + " reordered and swept", reordered, replay, roots, direction, cause);
                }
            }
        }
    }

    private static void merge(TraceIndex... indexes) {
        for (TraceIndex index : indexes) index.merge();
    }

    private static void eachIsAsIfAskedAlone(int seed, TraceIndex index, RandomPlant plant) {
        List<List<Span>> questions = new ArrayList<>();
        for (int i = 0; i < 20; i++) questions.add(List.of(plant.span(), plant.span()));
        for (Cause cause : Cause.values()) {
            for (Direction direction : Direction.values()) {
                List<Reached> each = index.traceEach(questions, direction, cause);
                for (int i = 0; i < questions.size(); i++)
                    assertThat(each.get(i).spans())
                            .as("seed %d %s %s %s", seed, direction, cause, questions.get(i))
                            .isEqualTo(index.trace(questions.get(i), direction, cause)
                                    .spans());
            }
        }
    }

    /** Holds an index against a replay, on roots that the plant draws. */
    static void holds(String of, TraceIndex index, Replay replay, RandomPlant plant) {
        for (int i = 0; i < 4; i++) {
            List<Span> roots = List.of(plant.span(), plant.span());
            for (Cause cause : Cause.values()) {
                for (Direction direction : Direction.values())
                    holds(
                            of + " " + direction + " " + cause + " " + roots,
                            index,
                            replay,
                            roots,
                            direction,
                            cause);
            }
        }
    }

    private static void holds(
            String of,
            TraceIndex index,
            Replay replay,
            List<Span> roots,
            Direction direction,
            Cause cause) {
        Set<Replay.Unit> from = Replay.units(roots);
        Set<Replay.Unit> all = expected(replay, from, direction, cause, true);
        Set<Replay.Unit> apart = new java.util.TreeSet<>(all);
        apart.removeAll(expected(replay, from, direction, cause, false));
        Reached reached = index.trace(roots, direction, cause);
        assertThat(Replay.units(reached.spans())).as(of).isEqualTo(all);
        assertThat(Replay.units(reached.onlyThroughPools())).as(of).isEqualTo(apart);
        assertThat(shipped(reached)).as(of).isEqualTo(replay.shipped(all));
        assertThat(reached.units()).as(of).isEqualTo(all.size());
        assertThat(reached.lots()).as(of).isEqualTo((int)
                all.stream().map(Replay.Unit::lot).distinct().count());
    }

    private static List<String> shipped(Reached reached) {
        Totals totals = reached.totals();
        long units = totals.byShipment().stream().mapToLong(Totals.Total::units).sum();
        for (List<Totals.Total> by : List.of(totals.byCustomer(), totals.byPlace()))
            assertThat(by.stream().mapToLong(Totals.Total::units).sum()).isEqualTo(units);
        Map<Long, Long> byKey = new TreeMap<>();
        for (Totals.Total total : totals.byShipment()) {
            assertThat(total.quantity()).isEqualTo(5 * total.units());
            byKey.merge(total.key(), total.units(), Long::sum);
        }
        return byKey.entrySet().stream()
                .map(of -> of.getKey() + ": " + of.getValue())
                .toList();
    }

    private static Set<Replay.Unit> expected(
            Replay replay,
            Set<Replay.Unit> roots,
            Direction direction,
            Cause cause,
            boolean throughPools) {
        return switch (direction) {
            case FORWARD -> replay.forward(roots, cause, throughPools);
            case BACKWARD -> replay.backward(roots, cause, throughPools);
        };
    }

    static void tell(TraceIndex index, List<Fact> facts) {
        index.tell(to -> facts.forEach(to::state));
    }

    private static List<Fact> shuffled(List<Fact> facts, Random random) {
        List<Fact> shuffled = new ArrayList<>(facts);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
