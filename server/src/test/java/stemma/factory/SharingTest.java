package stemma.factory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import stemma.genealogy.AsOf;
import stemma.genealogy.LiveIndex;
import stemma.genealogy.Path;
import stemma.genealogy.Shares;
import stemma.genealogy.Sharing;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.ledger.Recorded;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** What several lots of a made-up factory share is what the naive replay finds behind each. */
class SharingTest {
    private static final int SEEDS = Math.max(1, FactoryTest.SEEDS / 5);
    private static final long SALTS = 9_000_000_000L;
    private static final int LENGTH = 40;
    private static final int PLANTS_IN_A_WORLD = 10;
    private static final AsOf NOW_BY_TABLES = new AsOf(Long.MAX_VALUE - 1, List.of());
    private static PlantWorld world = new PlantWorld();
    private static LiveIndex index = new LiveIndex(world.database.app());

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void what_lots_share_is_what_the_replay_finds_behind_each() {
        int common = 0;
        int apart = 0;
        for (int seed = FactoryTest.FIRST; seed < FactoryTest.FIRST + SEEDS; seed++) {
            if (world.plants() >= PLANTS_IN_A_WORLD) {
                world.close();
                world = new PlantWorld();
                index = new LiveIndex(world.database.app());
            }
            Plan plan = Plan.of(seed, SALTS + 2L * seed, LENGTH, Plant.Claims.MIXED);
            List<Recorded> recorded = world.happen(plan);
            Replay now = Laws.replay(plan, recorded);
            for (Sharing sharing : all(seed, now, AsOf.now())) {
                common += (int) sharing.lots().stream()
                        .filter(lot -> lot.by().size() > 1)
                        .count();
                apart += (int) sharing.lots().stream()
                        .filter(lot -> lot.by().size() == 1)
                        .count();
            }
            if (recorded.size() < 2) continue;
            long then = recorded.get(recorded.size() / 2).seq();
            Replay past = Laws.replay(
                    plan, recorded.stream().filter(r -> r.seq() <= then).toList());
            all(seed, past, new AsOf(then, List.of()));
        }
        assertThat(common).as("lots that several share").isGreaterThan(SEEDS);
        assertThat(apart).as("lots that one has alone").isGreaterThan(SEEDS);
    }

    /** Compares two, three and many lots that the seed picks. */
    private static List<Sharing> all(int seed, Replay replay, AsOf asOf) {
        List<LotId> born = new ArrayList<>(replay.born());
        Random random = new Random(seed);
        List<Sharing> compared = new ArrayList<>();
        for (int count : List.of(2, 2, 2, 3, 8)) {
            List<LotId> asked = new ArrayList<>();
            for (int i = 0; i < count && !born.isEmpty(); i++)
                asked.add(born.get(random.nextInt(born.size())));
            if (!asked.isEmpty()) compared.add(compared("seed " + seed, replay, asOf, asked));
        }
        return compared;
    }

    private static Sharing compared(String seed, Replay replay, AsOf asOf, List<LotId> asked) {
        Shares shares = new Shares(world.app, index, world.lots);
        List<List<Portion>> roots =
                asked.stream().map(lot -> List.of(Portion.of(lot))).toList();
        Sharing sharing = shares.between(roots, asOf);
        if (asOf.isNow())
            assertThat(sharing)
                    .as(seed + ", behind " + asked + " by the index and by the tables")
                    .isEqualTo(shares.between(roots, NOW_BY_TABLES));
        Map<LotId, Set<Integer>> expected = new HashMap<>();
        for (int i = 0; i < asked.size(); i++)
            for (LotId lot : replay.backward(Set.of(asked.get(i)), false))
                expected.computeIfAbsent(lot, _ -> new TreeSet<>()).add(i);
        Map<LotId, Set<Integer>> found = new HashMap<>();
        for (Sharing.SharedLot lot : sharing.lots())
            for (int i = 0; i < lot.portion().count(); i++)
                found.put(
                        new LotId(
                                lot.portion().first().birth(),
                                lot.portion().first().ordinal() + i),
                        new TreeSet<>(lot.by()));
        assertThat(found).as(seed + ", behind " + asked + ", " + asOf).isEqualTo(expected);
        provesWays(seed, shares, roots, sharing, asOf);
        return sharing;
    }

    /** The ways of the farthest lot lead to exactly those that may contain it. */
    private static void provesWays(
            String seed, Shares shares, List<List<Portion>> roots, Sharing sharing, AsOf asOf) {
        Sharing.SharedLot far = sharing.lots().stream()
                .max(java.util.Comparator.comparing(Sharing.SharedLot::together))
                .orElseThrow();
        Map<Integer, Path> ways = shares.ways(roots, far.portion(), asOf);
        assertThat(ways.keySet()).as(seed + ", ways of " + far).isEqualTo(far.by());
        ways.values().forEach(way -> {
            Path.Through first = (Path.Through) way.steps().getFirst();
            assertThat(first.lot().key()).as(seed).isEqualTo(far.lot().key());
        });
    }
}
