package stemma.factory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import stemma.identifiers.Portion;
import stemma.identifiers.RunId;
import stemma.ledger.Claim;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Goods vanish without an event, and events are not told: each gap is shown where it is and as
 * large as it is, and where nothing is amiss none is shown.
 */
class LossesTest {
    private static final int SEEDS = Integer.getInteger("stemma.seeds", 25);
    private static final int LENGTH = 30;
    private static final HonestPlant PLANT = new HonestPlant();

    /** What goes wrong in a story. */
    private enum Loss {
        /** Somebody takes of a lot. */
        THEFT,
        /** Less comes out of a run than went in. */
        SPILT,
        /** A shipment leaves and nobody tells it. */
        SHIPMENT_UNTOLD,
        /** More of a lot comes than was told, and some of that is shipped and told. */
        ARRIVAL_UNTOLD
    }

    /** What is missing: of lots by the count, of runs by the mass balance. */
    private record Gaps(Map<Portion, Long> lots, Map<RunId, Long> runs) {}

    @AfterAll
    static void close() {
        PLANT.close();
    }

    @Test
    void where_nothing_is_amiss_no_gap_is_shown() {
        for (int seed = 1; seed <= SEEDS; seed++) {
            Story story = new Story(seed, Set.of());
            int before = PLANT.gaps();
            story.happen();
            assertThat(story.planted.lots()).isEmpty();
            same(story.planted, story.shown(), seed);
            assertThat(PLANT.gaps()).as("reports that violate, seed " + seed).isEqualTo(before);
        }
    }

    @Test
    void each_planted_loss_is_shown_as_large_as_it_is_and_none_is_invented() {
        int lots = 0;
        int runs = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            Story story = new Story(seed, EnumSet.allOf(Loss.class));
            story.happen();
            same(story.planted, story.shown(), seed);
            lots += story.planted.lots().size();
            runs += story.planted.runs().size();
        }
        assertThat(lots).as("lots of which something is missing").isGreaterThan(SEEDS);
        assertThat(runs).as("runs in which something is missing").isGreaterThan(SEEDS / 2);
    }

    @Test
    void a_gap_that_is_not_shown_is_found_and_so_is_an_invented_and_a_wrong_one() {
        Story story = new Story(1, EnumSet.of(Loss.THEFT, Loss.SPILT));
        story.happen();
        Gaps shown = story.shown();
        Portion lot = shown.lots().keySet().iterator().next();
        RunId run = shown.runs().keySet().iterator().next();
        Map<Portion, Long> less = new TreeMap<>(shown.lots());
        less.remove(lot);
        notTheSame(story, new Gaps(less, shown.runs()));
        Map<Portion, Long> wrong = new TreeMap<>(shown.lots());
        wrong.merge(lot, 1L, Long::sum);
        notTheSame(story, new Gaps(wrong, shown.runs()));
        Map<RunId, Long> more = new HashMap<>(shown.runs());
        more.put(new RunId("WO-none"), 1L);
        notTheSame(story, new Gaps(shown.lots(), more));
        more.clear();
        more.putAll(shown.runs());
        more.remove(run);
        notTheSame(story, new Gaps(shown.lots(), more));
    }

    private static void notTheSame(Story story, Gaps shown) {
        assertThatThrownBy(() -> same(story.planted, shown, 0))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("missing of");
    }

    private static void same(Gaps planted, Gaps shown, int seed) {
        assertThat(shown.lots()).as("missing of lots, seed " + seed).isEqualTo(planted.lots());
        assertThat(shown.runs()).as("missing of runs, seed " + seed).isEqualTo(planted.runs());
    }

    /** What is done and what is told of it; the truth of each lot is kept beside the record. */
    private static final class Story {
        private final Random chance;
        private final List<Loss> losses;
        private final Map<Portion, Long> truth = new TreeMap<>();
        private final Map<Portion, Long> books = new HashMap<>();
        private final List<RunId> runs = new ArrayList<>();
        private final Gaps planted = new Gaps(new TreeMap<>(), new HashMap<>());

        Story(int seed, Set<Loss> losses) {
            chance = new Random(seed);
            this.losses = List.copyOf(losses);
        }

        void happen() {
            arrive();
            for (int i = 0; i < LENGTH; i++) {
                switch (chance.nextInt(6)) {
                    case 0 -> arrive();
                    case 1, 2 -> bake();
                    case 3 -> ship();
                    case 4 -> scrap();
                    default -> lose();
                }
            }
            for (Loss loss : losses) {
                arrive();
                lose(loss);
            }
            PLANT.count(truth);
        }

        Gaps shown() {
            Map<RunId, Long> open = new HashMap<>();
            for (RunId run : runs)
                if (PLANT.unaccounted(run) != 0) open.put(run, PLANT.unaccounted(run));
            return new Gaps(PLANT.missing(truth), open);
        }

        private void arrive() {
            long amount = 20 + chance.nextInt(100);
            began(PLANT.receive(amount), amount);
        }

        private void began(Portion lot, long amount) {
            truth.put(lot, amount);
            books.put(lot, amount);
        }

        private void bake() {
            Portion lot = any();
            long most = most(lot);
            if (most < 2) return;
            long taken = 2 + chance.nextLong(most - 1);
            make(lot, taken, taken);
        }

        private RunId make(Portion lot, long taken, long made) {
            RunId run = PLANT.run();
            Portion dough = PLANT.bake(run, lot, taken, made);
            runs.add(run);
            left(lot, taken);
            began(dough, made);
            return run;
        }

        private void ship() {
            Portion lot = any();
            long most = most(lot);
            if (most < 1) return;
            long amount = 1 + chance.nextLong(most);
            PLANT.ship(lot, amount, Claim.INTENT);
            left(lot, amount);
        }

        private void scrap() {
            Portion lot = any();
            if (most(lot) < 1) return;
            PLANT.scrap(lot, 1);
            left(lot, 1);
        }

        private void lose() {
            if (losses.isEmpty()) return;
            lose(losses.get(chance.nextInt(losses.size())));
        }

        private void lose(Loss loss) {
            Portion lot = any();
            long most = most(lot);
            if (most < 3) return;
            long amount = 1 + chance.nextLong(most - 2);
            switch (loss) {
                case THEFT, SHIPMENT_UNTOLD -> {
                    truth.merge(lot, -amount, Long::sum);
                    missing(lot, amount);
                }
                case SPILT -> {
                    RunId run = make(lot, most, most - amount);
                    planted.runs().put(run, amount);
                }
                case ARRIVAL_UNTOLD -> {
                    truth.merge(lot, amount, Long::sum);
                    missing(lot, -amount);
                    long shipped = books.get(lot) + amount;
                    if (shipped > truth.get(lot)) shipped = truth.get(lot);
                    PLANT.ship(lot, shipped, Claim.REPORT);
                    truth.merge(lot, -shipped, Long::sum);
                    books.put(lot, Math.max(0, books.get(lot) - shipped));
                }
            }
        }

        private void missing(Portion lot, long amount) {
            planted.lots().merge(lot, amount, Long::sum);
            planted.lots().values().removeIf(sum -> sum == 0);
        }

        private void left(Portion lot, long amount) {
            truth.merge(lot, -amount, Long::sum);
            books.merge(lot, -amount, Long::sum);
        }

        private Portion any() {
            List<Portion> lots = List.copyOf(truth.keySet());
            return lots.get(chance.nextInt(lots.size()));
        }

        /** As much as there is and the books have. */
        private long most(Portion lot) {
            return Math.min(truth.get(lot), books.get(lot));
        }
    }
}
