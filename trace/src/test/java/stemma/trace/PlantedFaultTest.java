package stemma.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whoever compares an index with the replay must notice that it was told less, or too much. */
class PlantedFaultTest {
    private static final int SEEDS = 60;
    private static final int ROOTS = 60;
    private static final int FEWEST_THAT_MATTER = 20;

    @Test
    void an_index_that_misses_a_link_is_caught_wherever_the_link_matters() {
        int caught = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            List<Fact> facts = new RandomPlant(seed).facts();
            List<Fact> less = withoutOneYield(facts);
            boolean matters =
                    !answers(new Replay(facts), seed).equals(answers(new Replay(less), seed));
            boolean isCaught = !answers(index(less), seed).equals(answers(new Replay(facts), seed));
            assertThat(isCaught).as("seed %d", seed).isEqualTo(matters);
            if (isCaught) caught++;
        }
        assertThat(caught).isGreaterThan(FEWEST_THAT_MATTER);
    }

    @Test
    void an_index_that_forgets_a_withdrawal_is_caught_wherever_it_matters() {
        int caught = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            List<Fact> facts = new RandomPlant(seed).facts();
            Replay standing = new Replay(withoutOneYield(facts));
            if (!answers(index(facts), seed).equals(answers(standing, seed))) caught++;
        }
        assertThat(caught).isGreaterThan(FEWEST_THAT_MATTER);
    }

    private static List<Fact> withoutOneYield(List<Fact> facts) {
        List<Fact> less = new ArrayList<>(facts);
        Optional<Fact> first =
                facts.stream().filter(fact -> fact instanceof Fact.Yielded).findFirst();
        first.ifPresent(less::remove);
        return less;
    }

    private static TraceIndex index(List<Fact> facts) {
        TraceIndex index = new TraceIndex();
        TraceIndexTest.tell(index, facts);
        return index;
    }

    private static List<?> answers(TraceIndex index, int seed) {
        List<Object> answers = new ArrayList<>();
        for (List<Span> root : roots(seed))
            answers.add(Replay.units(
                    index.trace(root, Direction.FORWARD, Cause.MATERIAL).spans()));
        return answers;
    }

    private static List<?> answers(Replay replay, int seed) {
        List<Object> answers = new ArrayList<>();
        for (List<Span> root : roots(seed))
            answers.add(replay.forward(Replay.units(root), Cause.MATERIAL, true));
        return answers;
    }

    private static List<List<Span>> roots(int seed) {
        RandomPlant plant = new RandomPlant(seed + 1_000L);
        List<List<Span>> roots = new ArrayList<>();
        for (int i = 0; i < ROOTS; i++) roots.add(List.of(plant.span()));
        return roots;
    }
}
