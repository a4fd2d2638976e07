package stemma.factory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import stemma.genealogy.KinByGeneration;
import stemma.genealogy.Span;
import stemma.identifiers.LotId;
import stemma.ledger.Event;
import stemma.ledger.EventJson;
import stemma.ledger.Recorded;
import stemma.lots.Lot;

/** What must hold of every factory that anybody can make up. */
class FactoryTest {
    private static final int SEEDS = Integer.getInteger("stemma.seeds", 30);
    private static final int FIRST = Integer.getInteger("stemma.firstSeed", 1);
    private static final int LENGTH = 40;
    private static final PlantWorld WORLD = new PlantWorld();
    private static final Map<String, Integer> KINDS = new TreeMap<>();

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void the_trace_in_sql_is_the_naive_replay() {
        each(Plant.Claims.MIXED, 0, plan -> compare(plan, WORLD.happen(plan)));
        System.out.println(KINDS);
        if (SEEDS >= 100) assertThat(KINDS).hasSize(29);
    }

    /** Puts the property to every seed; what fails is shortened and told. */
    private static void each(Plant.Claims claims, long salts, Consumer<Plan> property) {
        for (int seed = FIRST; seed < FIRST + SEEDS; seed++) {
            try {
                property.accept(Plan.of(seed, salts + seed, LENGTH, claims));
            } catch (RuntimeException | AssertionError failure) {
                long free = salts + 100_000L * seed;
                throw new Shrinking(seed, LENGTH, claims, free, property).shortest(failure);
            }
        }
    }

    private static void compare(Plan plan, List<Recorded> recorded) {
        recorded.forEach(r -> KINDS.merge(EventJson.kind(r.event()), 1, Integer::sum));
        List<Event> events = recorded.stream().map(Recorded::event).toList();
        Replay replay = Replay.of(events, plan.codes()::isPool);
        KinByGeneration kin = new KinByGeneration(WORLD.app);
        List<LotId> born = new ArrayList<>(replay.born());
        Map<LotId, Lot> lots = WORLD.lots.lots(born);
        int step = plan.submissions().size() < LENGTH ? 1 : 7;
        for (int i = (int) (plan.seed() % step); i < born.size(); i += step) {
            LotId root = born.get(i);
            Span span = new Span(lots.get(root).key(), root.ordinal(), root.ordinal());
            assertThat(units(kin.descendants(Set.of(span))))
                    .as("forward of " + root)
                    .isEqualTo(replay.forward(Set.of(root), true));
            assertThat(units(kin.ancestors(Set.of(span))))
                    .as("backward of " + root)
                    .isEqualTo(replay.backward(Set.of(root), true));
        }
    }

    private static Set<LotId> units(Set<Span> spans) {
        Set<Long> keys = new HashSet<>();
        spans.forEach(s -> keys.add(s.lot()));
        Map<Long, Lot> lots = WORLD.lots.byKey(keys);
        Set<LotId> units = new TreeSet<>();
        for (Span span : spans) {
            for (int i = span.first(); i <= span.last(); i++) {
                units.add(new LotId(lots.get(span.lot()).id().birth(), i));
            }
        }
        return units;
    }
}
