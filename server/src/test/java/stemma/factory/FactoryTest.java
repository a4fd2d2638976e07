package stemma.factory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import stemma.genealogy.AsOf;
import stemma.genealogy.Cause;
import stemma.genealogy.Question;
import stemma.genealogy.Searches;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.ledger.EventJson;
import stemma.ledger.Recorded;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** What must hold of every factory that anybody can make up. */
class FactoryTest {
    static final int SEEDS = Integer.getInteger("stemma.seeds", 200);
    static final int FIRST = Integer.getInteger("stemma.firstSeed", 1);
    private static final int LENGTH = 40;
    private static final int SAMPLE = 5;
    private static final int HANDS = 2;
    private static final int PLANTS_IN_A_WORLD = 20;
    private static final List<PlantWorld> WORLDS = new CopyOnWriteArrayList<>();
    private static final ThreadLocal<PlantWorld> WORLD = ThreadLocal.withInitial(() -> {
        PlantWorld world = new PlantWorld();
        WORLDS.add(world);
        return world;
    });
    private static final Map<String, Integer> KINDS = new ConcurrentSkipListMap<>();

    @AfterAll
    static void close() {
        WORLDS.forEach(PlantWorld::close);
    }

    @Test
    void trace_stock_and_the_past_are_the_naive_replay() {
        each(FIRST, SEEDS, Plant.Claims.MIXED, 0, FactoryTest::isTheReplay);
        System.out.println(KINDS);
        if (SEEDS >= 100) assertThat(KINDS).hasSize(29);
    }

    @Test
    void the_order_of_recording_does_not_change_the_genealogy_of_reports() {
        int seeds = Math.max(1, SEEDS / 3);
        each(FIRST, seeds, Plant.Claims.REPORTS, 1_000_000_000L, FactoryTest::isTheSameInAnyOrder);
    }

    private static PlantWorld world() {
        return WORLD.get();
    }

    /** A world takes so many plants and no more: their holds stay in force and spread anew. */
    private static void makeRoom() {
        if (world().plants() < PLANTS_IN_A_WORLD) return;
        world().close();
        WORLDS.remove(world());
        WORLD.remove();
    }

    /** Puts the property to every seed, some at a time; what fails is shortened and told. */
    static void each(
            int first, int seeds, Plant.Claims claims, long salts, Consumer<Plan> property) {
        try (ExecutorService hands = Executors.newFixedThreadPool(HANDS)) {
            List<Future<?>> tried = new ArrayList<>();
            for (int seed = first; seed < first + seeds; seed++) {
                int number = seed;
                tried.add(hands.submit(() -> put(number, claims, salts, property)));
            }
            for (Future<?> one : tried) one.get();
        } catch (ExecutionException failure) {
            throw new AssertionError(failure.getCause().getMessage(), failure.getCause());
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private static void put(int seed, Plant.Claims claims, long salts, Consumer<Plan> property) {
        makeRoom();
        try {
            property.accept(Plan.of(seed, salts + 2L * seed, LENGTH, claims));
        } catch (RuntimeException | AssertionError failure) {
            long free = salts + 100_000L * (seed + 1);
            throw new Shrinking(seed, LENGTH, claims, free, property).shortest(failure);
        }
    }

    static void isTheReplay(Plan plan) {
        List<Recorded> recorded = world().happen(plan);
        recorded.forEach(r -> KINDS.merge(EventJson.kind(r.event()), 1, Integer::sum));
        Replay now = replay(plan, recorded);
        traces(now, AsOf.now(), sample(plan, now));
        StockFold.check(world(), now);
        HoldsReach.check(world(), now);
        if (recorded.size() < 2) return;
        long then = recorded.get(recorded.size() / 2).seq();
        Replay past =
                replay(plan, recorded.stream().filter(r -> r.seq() <= then).toList());
        traces(past, new AsOf(then, List.of()), sample(plan, past));
    }

    private static Replay replay(Plan plan, List<Recorded> recorded) {
        return Replay.of(recorded.stream().map(Recorded::event).toList(), plan.codes()::isPool);
    }

    private static List<LotId> sample(Plan plan, Replay replay) {
        List<LotId> born = new ArrayList<>(replay.born());
        if (plan.submissions().size() < LENGTH) return born;
        List<LotId> sample = new ArrayList<>();
        int step = Math.max(1, born.size() / SAMPLE);
        for (int i = (int) (plan.seed() % step); i < born.size(); i += step)
            sample.add(born.get(i));
        return sample;
    }

    private static void traces(Replay replay, AsOf asOf, List<LotId> roots) {
        Searches searches = new Searches(world().app, world().lots);
        for (LotId root : roots) {
            Question forward = Question.forward(List.of(Portion.of(root))).asOf(asOf);
            Question backward = Question.backward(List.of(Portion.of(root))).asOf(asOf);
            for (Cause cause : Cause.values()) {
                boolean local = cause == Cause.LOCAL;
                assertThat(searches.units(forward.with(cause)))
                        .as("forward of " + root + ", " + cause + ", " + asOf)
                        .isEqualTo(replay.forward(Set.of(root), local));
                assertThat(searches.units(backward.with(cause)))
                        .as("backward of " + root + ", " + cause + ", " + asOf)
                        .isEqualTo(replay.backward(Set.of(root), local));
            }
        }
    }

    /** The same story under another salt, recorded in another order, has the same genealogy. */
    static void isTheSameInAnyOrder(Plan plan) {
        Plan calm = Shuffling.withoutVoiding(plan);
        Plan twin = Shuffling.shuffled(calm, plan.codes().salt() + 1);
        Map<LotId, LotId> twins = Shuffling.twins(calm, twin);
        Set<LotId> born = replay(calm, world().happen(calm)).born();
        Set<LotId> bornTwins = replay(twin, world().happen(twin)).born();
        assertThat(bornTwins).isEqualTo(Shuffling.of(born, twins));
        Searches searches = new Searches(world().app, world().lots);
        int step = Math.max(1, born.size() / SAMPLE);
        List<LotId> roots = new ArrayList<>(born);
        for (int i = 0; i < roots.size(); i += step) {
            LotId root = roots.get(i);
            Question here = Question.forward(List.of(Portion.of(root)));
            Question there = Question.forward(List.of(Portion.of(twins.get(root))));
            assertThat(searches.units(there))
                    .as("forward of " + root)
                    .isEqualTo(Shuffling.of(searches.units(here), twins));
        }
    }
}
