package stemma.factory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import stemma.World;
import stemma.genealogy.Direction;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.inquiry.Moment;
import stemma.inquiry.Subject;
import stemma.inquiry.TraceDifference;
import stemma.inquiry.TraceDifference.Kind;
import stemma.inquiry.TraceDifference.Row;
import stemma.inquiry.TraceDifference.Turn;
import stemma.journal.Knowledge;
import stemma.ledger.Recorded;
import stemma.lots.Lot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** What two moments' traces differ in is the difference of two replays, because of what is new. */
class DifferenceTest {
    private static final int SEEDS = Integer.getInteger("stemma.differences", 10);
    private static final int LENGTH = 40;
    private static final int QUESTIONS = 8;
    private static final PlantWorld WORLD = new PlantWorld();
    private static final World PRODUCT =
            World.open(WORLD.database, () -> Instant.parse("2026-11-01T00:00:00Z"));

    /** So that a test of few rows is found out. */
    private static int rows;

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void units_that_came_in_and_went_out_are_the_difference_of_the_replays() {
        for (int seed = 1; seed <= SEEDS; seed++) {
            Plan plan = Plan.of(seed, 7_800_000_000L + seed, LENGTH, Plant.Claims.MIXED);
            Random random = new Random(seed);
            List<Long> sizes = new ArrayList<>();
            List<Recorded> recorded = WORLD.happen(plan, () -> {
                if (random.nextInt(4) == 0) sizes.add(sealed());
            });
            sizes.add(sealed());
            List<LotId> born = new ArrayList<>(Laws.replay(plan, recorded).born());
            for (int i = 0; i < QUESTIONS; i++) {
                LotId root = born.get(random.nextInt(born.size()));
                Direction direction = Direction.values()[random.nextInt(2)];
                long one = sizes.get(random.nextInt(sizes.size()));
                long other = sizes.get(random.nextInt(sizes.size()));
                holds(plan, recorded, root, direction, List.of(one, other));
            }
        }
        assertThat(rows).isGreaterThan(5 * SEEDS);
    }

    private static long sealed() {
        PRODUCT.sealer().seal();
        return WORLD.journal.sealed().size();
    }

    private static void holds(
            Plan plan, List<Recorded> recorded, LotId root, Direction direction, List<Long> sizes) {
        Map<LotId, Lot> lots = WORLD.lots.lots(Set.of(root));
        // What was voided since has no lot to be asked about.
        if (!lots.containsKey(root)) return;
        Subject subject =
                new Subject("a unit", "lot=a", List.of(lots.get(root)), List.of(Portion.of(root)));
        TraceDifference told = PRODUCT.inquiry()
                .differing()
                .between(
                        subject,
                        direction,
                        new Moment.SealedTo(sizes.getFirst()),
                        new Moment.SealedTo(sizes.getLast()));
        String asked = "seed " + plan.seed() + " " + direction + " of " + root + " at " + sizes;
        Knowledge before = WORLD.journal.knowledgeAt(Math.min(sizes.getFirst(), sizes.getLast()));
        Knowledge after = WORLD.journal.knowledgeAt(Math.max(sizes.getFirst(), sizes.getLast()));
        Set<LotId> then = reached(plan, known(recorded, before), root, direction);
        Set<LotId> now = reached(plan, known(recorded, after), root, direction);
        assertThat(units(told, Turn.CAME_IN)).as(asked + ", came in").isEqualTo(without(now, then));
        assertThat(units(told, Turn.WENT_OUT))
                .as(asked + ", went out")
                .isEqualTo(without(then, now));
        Set<Long> because = new TreeSet<>();
        for (Row row : told.rows()) {
            rows++;
            because.addAll(row.because());
            if (row.kind() == Kind.LOT && row.turn() != Turn.CHANGED)
                assertThat(row.because()).as(asked + ", why " + row).isNotEmpty();
        }
        assertThat(because)
                .as(asked + ", entries between")
                .allSatisfy(seq ->
                        assertThat(after.includes(seq) && !before.includes(seq)).isTrue());
        assertThat(told.entries()).as(asked).hasSize(because.size());
    }

    private static List<Recorded> known(List<Recorded> recorded, Knowledge knowledge) {
        return recorded.stream().filter(one -> knowledge.includes(one.seq())).toList();
    }

    /** The lot asked about is part of its answer though nobody knew it then. */
    private static Set<LotId> reached(
            Plan plan, List<Recorded> known, LotId root, Direction direction) {
        Replay replay = Laws.replay(plan, known);
        Set<LotId> reached = new TreeSet<>(
                switch (direction) {
                    case FORWARD -> replay.forward(Set.of(root), false);
                    case BACKWARD -> replay.backward(Set.of(root), false);
                });
        reached.add(root);
        return reached;
    }

    private static Set<LotId> without(Set<LotId> some, Set<LotId> others) {
        Set<LotId> rest = new TreeSet<>(some);
        rest.removeAll(others);
        return rest;
    }

    private static Set<LotId> units(TraceDifference told, Turn turn) {
        Set<LotId> units = new TreeSet<>();
        for (Row row : told.rows()) {
            if (row.kind() != Kind.LOT || row.turn() != turn) continue;
            for (String text : row.id().split(" ")) {
                Portion portion = Portion.of(text);
                for (int unit = 0; unit < portion.count(); unit++)
                    units.add(new LotId(portion.first().birth(), portion.first().ordinal() + unit));
            }
        }
        return units;
    }
}
