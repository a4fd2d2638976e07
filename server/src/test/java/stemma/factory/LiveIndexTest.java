package stemma.factory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import stemma.genealogy.Cause;
import stemma.genealogy.Direction;
import stemma.genealogy.LiveIndex;
import stemma.genealogy.Question;
import stemma.genealogy.Searches;
import stemma.genealogy.Span;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.ledger.Recorded;
import stemma.lots.Lot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The index that follows the ledger answers as the search in the tables does. */
class LiveIndexTest {
    private static final int SEEDS = Integer.getInteger("stemma.live", 25);
    private static final int LENGTH = 40;
    private static final PlantWorld WORLD = new PlantWorld();
    private static final LiveIndex FROM_THE_START = new LiveIndex(WORLD.database.app());
    private static final Searches SEARCHES = new Searches(WORLD.app, WORLD.lots);
    private static final Answers SEARCH = new Answers(WORLD);

    @AfterAll
    static void close() {
        WORLD.close();
    }

    static IntStream seeds() {
        return IntStream.rangeClosed(1, SEEDS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void it_answers_as_the_tables_do_whenever_it_began_to_follow(int seed) {
        Plan plan = Plan.of(seed, 7_000_000_000L + seed, LENGTH, Plant.Claims.MIXED);
        List<Recorded> recorded = WORLD.happen(plan);
        LiveIndex fresh = new LiveIndex(WORLD.database.app());
        Map<LotId, Lot> lots = SEARCH.lots(Laws.replay(plan, recorded).born());
        assertThat(lots).isNotEmpty();
        List<LotId> asked = new ArrayList<>(lots.keySet());
        for (LotId id : asked) {
            for (Direction direction : Direction.values()) {
                for (Cause cause : Cause.values()) {
                    Question question = question(id, direction, cause);
                    Set<LotId> expected = SEARCH.trace(question);
                    Span root = new Span(lots.get(id).key(), id.ordinal(), id.ordinal());
                    for (LiveIndex index : List.of(FROM_THE_START, fresh)) {
                        assertThat(units(index, root, direction, cause))
                                .as("seed %d, %s of %s, %s", seed, direction, id, cause)
                                .isEqualTo(expected);
                    }
                    assertThat(SEARCHES.atOnce(question, FROM_THE_START))
                            .as("seed %d, links %s of %s, %s", seed, direction, id, cause)
                            .isEqualTo(SEARCHES.stepByStep(question));
                }
            }
        }
    }

    private static Question question(LotId id, Direction direction, Cause cause) {
        List<Portion> roots = List.of(Portion.of(id));
        return (direction == Direction.FORWARD ? Question.forward(roots) : Question.backward(roots))
                .with(cause);
    }

    private static Set<LotId> units(LiveIndex index, Span root, Direction way, Cause cause) {
        Map<Long, Set<Integer>> found = new HashMap<>();
        index.trace(List.of(root), way, cause)
                .forEach((lot, first, last) -> IntStream.rangeClosed(first, last)
                        .forEach(found.computeIfAbsent(lot, key -> new TreeSet<>())::add));
        Set<LotId> units = new TreeSet<>();
        WORLD.lots
                .byKey(found.keySet())
                .forEach((key, lot) -> found.get(key)
                        .forEach(unit -> units.add(new LotId(lot.id().birth(), unit))));
        return units;
    }
}
