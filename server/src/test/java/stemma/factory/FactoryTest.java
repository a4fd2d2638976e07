package stemma.factory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import stemma.identifiers.LotId;
import stemma.ledger.Recorded;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** What must hold of every factory that anybody can make up. */
class FactoryTest {
    static final int SEEDS = Integer.getInteger("stemma.seeds", 500);
    static final int FIRST = Integer.getInteger("stemma.firstSeed", 1);
    private static final int LENGTH = 40;
    private static final int HANDS = 2;
    private static final int PLANTS_IN_A_WORLD = 10;
    private static final List<PlantWorld> WORLDS = new CopyOnWriteArrayList<>();
    private static final ThreadLocal<PlantWorld> WORLD = ThreadLocal.withInitial(() -> {
        PlantWorld world = new PlantWorld();
        WORLDS.add(world);
        return world;
    });
    private static final Seen SEEN = new Seen();

    @AfterAll
    static void close() {
        WORLDS.forEach(PlantWorld::close);
    }

    @Test
    void trace_stock_and_the_past_are_the_naive_replay() {
        each(FIRST, SEEDS, Plant.Claims.MIXED, 0, FactoryTest::isTheReplay);
        System.out.println(SEEN);
        if (SEEDS >= 500) assertThat(SEEN.all()).containsAll(Seen.everything());
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
            Shrinking.Story story = new Shrinking.Story(seed, LENGTH, claims);
            long free = salts + 100_000L * (seed + 1);
            throw new Shrinking(story, free, property, p -> p.recorded(world().happen(p)))
                    .shortest(failure)
                    .of(story);
        }
    }

    private static void isTheReplay(Plan plan) {
        List<Recorded> recorded = world().happen(plan);
        SEEN.recorded(recorded);
        SEEN.refused(plan.submissions().size()
                - plan.recorded(recorded).submissions().size());
        if (plan.seed() % 10 == 0) SEEN.shapes(Laws.replay(plan, recorded));
        Laws.replayed(new Answers(world()), plan, recorded);
    }

    /** The same story under another salt, recorded in another order, has the same genealogy. */
    private static void isTheSameInAnyOrder(Plan plan) {
        Plan calm = Shuffling.withoutVoiding(plan);
        Plan twin = Shuffling.shuffled(calm, plan.codes().salt() + 1);
        Set<LotId> born = Laws.replay(calm, world().happen(calm)).born();
        Set<LotId> bornTwins = Laws.replay(twin, world().happen(twin)).born();
        Map<LotId, LotId> twins = Shuffling.twins(calm, twin);
        Laws.same(new Answers(world()), born, bornTwins, twins);
    }
}
