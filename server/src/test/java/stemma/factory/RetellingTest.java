package stemma.factory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import stemma.ledger.Event;
import stemma.ledger.EventJson;
import stemma.ledger.Recorded;
import stemma.ledger.RunKind;
import stemma.scenario.Scenarios;
import stemma.scenario.TestPlants;

import java.util.List;
import java.util.TreeSet;

/** What fails in a made-up factory is handed over as a scenario, which anyone can run. */
class RetellingTest {
    private static final int FIRST = 29;
    private static final int STORIES = 100;
    private static final int LENGTH = 30;
    private static final PlantWorld WORLD = new PlantWorld();
    private static final Scenarios SCENARIOS = new Scenarios(TestPlants::fresh);

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void whatever_stands_can_be_told_as_a_scenario_and_stands_there_too() {
        TreeSet<String> told = new TreeSet<>();
        for (int seed = 1; seed <= 24; seed++) {
            Plan plan = Plan.of(seed, 8_000_000_000L + seed, 60, Plant.Claims.MIXED);
            List<Recorded> recorded = WORLD.happen(plan);
            recorded.forEach(r -> told.add(EventJson.kind(r.event())));
            String text = Retelling.of(plan.recorded(recorded));
            Scenarios.Outcome outcome = SCENARIOS.run("seed-" + seed, text);
            assertThat(outcome.isComplete())
                    .as(outcome.differences() + "\n" + text)
                    .isTrue();
            assertThat(outcome.text()).doesNotContain("\n  refused");
        }
        assertThat(told).containsAll(EventJson.kinds());
    }

    @Test
    void a_planted_fault_is_shrunk_to_a_scenario_that_runs() {
        int seed = seedWithRework();
        Shrinking.Story story = new Shrinking.Story(seed, LENGTH, Plant.Claims.MIXED);
        Shrinking shrinking = new Shrinking(
                story,
                8_100_000_000L,
                RetellingTest::nothingIsReworked,
                plan -> plan.recorded(WORLD.happen(plan)));
        Shrinking.Shortest shortest = shrinking.shortest(new AssertionError("planted"));
        assertThat(shortest.failure()).hasMessageContaining("reworked");
        assertThat(SCENARIOS.run("shrunk", shortest.scenario()).agrees()).isTrue();
        assertThat(shortest.scenario().lines().filter(l -> l.contains(" as "))).hasSizeLessThan(10);
        assertThat(shortest.of(story))
                .hasMessageContaining("seed " + seed)
                .hasMessageContaining("rework");
    }

    private static void nothingIsReworked(Plan plan) {
        for (Recorded recorded : WORLD.happen(plan)) {
            if (isRework(recorded)) fail("reworked: " + recorded.event().id());
        }
    }

    private static boolean isRework(Recorded recorded) {
        return recorded.event() instanceof Event.Consumed c && c.run().kind() == RunKind.REWORK;
    }

    /** Returns the first story in which something is reworked, so that there is what to shrink. */
    private static int seedWithRework() {
        for (int seed = FIRST; seed < FIRST + STORIES; seed++) {
            Plan plan = Plan.of(seed, 8_050_000_000L + seed, LENGTH, Plant.Claims.MIXED);
            if (WORLD.happen(plan).stream().anyMatch(RetellingTest::isRework)) return seed;
        }
        throw new AssertionError("nothing is reworked in " + STORIES + " stories");
    }
}
