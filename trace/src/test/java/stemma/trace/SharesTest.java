package stemma.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Shares are those of the exact solver, however facts came, and nothing gets lost on the way. */
class SharesTest {
    private static final int SEEDS = 150;
    private static final int MANY_SEEDS = 2_000;
    private static final double EXACT = 1e-9;

    @Test
    void every_share_is_that_of_the_exact_solver() {
        for (int seed = 0; seed < SEEDS; seed++) sharesAreThoseOfTheSolver(seed);
    }

    /** Whoever compares must notice where a link, or what is told of it, was left out. */
    @Test
    void an_index_that_was_told_less_is_caught() {
        int caught = 0;
        int circling = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            RandomPlant plant = new RandomPlant(seed);
            List<Fact> facts = plant.facts();
            List<Root> roots = roots(facts, plant.random());
            ExactShares exact = new ExactShares(facts, roots);
            if (exact.isCircling()) circling++;
            TraceIndex index = new TraceIndex();
            TraceIndexTest.tell(index, facts.stream().map(SharesTest::unweighed).toList());
            Shares shares = index.shares(roots);
            boolean isEqual = exact.units().stream()
                    .allMatch(unit -> Math.abs(most(shares, unit)
                                    - exact.of(List.of(unit)).get(2).value())
                            < EXACT * exact.total().value());
            if (!isEqual) caught++;
        }
        assertThat(caught).isGreaterThan(SEEDS / 6);
        assertThat(circling).isGreaterThan(SEEDS / 10);
    }

    private static double most(Shares shares, Replay.Unit unit) {
        return shares.of(new Span(unit.lot(), unit.ordinal(), unit.ordinal())).maximum();
    }

    private static Fact unweighed(Fact fact) {
        if (!(fact instanceof Fact.Yielded out)) return fact;
        Measure told = out.measure();
        Measure less = Measure.of(told.quantity(), told.evidence(), told.order());
        return new Fact.Yielded(out.run(), out.nature(), out.lot(), less);
    }

    @Test
    @Tag("slow")
    void every_share_is_that_of_the_exact_solver_on_many_plants() {
        for (int seed = SEEDS; seed < MANY_SEEDS; seed++) sharesAreThoseOfTheSolver(seed);
    }

    private static void sharesAreThoseOfTheSolver(int seed) {
        RandomPlant plant = new RandomPlant(seed);
        List<Fact> standing = new ArrayList<>(plant.facts());
        TraceIndex index = new TraceIndex();
        for (Fact fact : List.copyOf(standing)) {
            index.tell(to -> to.state(fact));
            if (plant.random().nextInt(20) == 0) index.merge();
        }
        while (plant.random().nextInt(4) != 0 && standing.size() > 1) {
            Fact gone = standing.remove(plant.random().nextInt(standing.size()));
            index.tell(to -> to.withdraw(gone));
        }
        if (seed % 2 == 0) index.merge();
        TraceIndex reordered = new TraceIndex(0);
        List<Fact> shuffled = new ArrayList<>(standing);
        Collections.shuffle(shuffled, plant.random());
        TraceIndexTest.tell(reordered, shuffled);
        if (seed % 3 == 0) reordered.merge();
        for (int i = 0; i < 3; i++) {
            List<Root> roots = roots(standing, plant.random());
            ExactShares exact = new ExactShares(standing, roots);
            String of = "seed " + seed + " of " + roots;
            holds(of, index.shares(roots), exact);
            holds(of + " reordered and swept", reordered.shares(roots), exact);
        }
    }

    private static void holds(String of, Shares shares, ExactShares exact) {
        double total = exact.total().value();
        double[] left = {shares.lost() + shares.between()};
        Set<Replay.Unit> told = new HashSet<>();
        shares.forEach((units, share) -> {
            told.addAll(Replay.units(List.of(units)));
            left[0] += share.left();
            assertThat(share.minimum()).as(of).isLessThanOrEqualTo(share.expected());
            assertThat(share.expected()).as(of).isLessThanOrEqualTo(share.maximum());
        });
        assertThat(told).as(of).isEqualTo(exact.units());
        assertThat(left[0]).as(of).isCloseTo(total, within(EXACT * total));
        equal(of + " lost", shares.lost(), exact.lost(), total);
        Map<Long, List<Replay.Unit>> byLot = new HashMap<>();
        for (Replay.Unit unit : told) {
            byLot.computeIfAbsent(unit.lot(), _ -> new ArrayList<>()).add(unit);
            Span span = new Span(unit.lot(), unit.ordinal(), unit.ordinal());
            equal(of + " " + unit, shares.of(span), exact.of(List.of(unit)), total);
        }
        byLot.forEach((lot, units) ->
                equal(of + " lot " + lot, shares.of(new Span(lot, 0, 20)), exact.of(units), total));
    }

    private static void equal(String of, Share share, List<Fraction> exact, double total) {
        equal(of + " least", share.minimum(), exact.get(0), total);
        equal(of + " expected", share.expected(), exact.get(1), total);
        equal(of + " most", share.maximum(), exact.get(2), total);
    }

    private static void equal(String of, double share, Fraction exact, double total) {
        double value = exact.value();
        assertThat(share).as(of).isCloseTo(value, within(EXACT * Math.max(value, total * 1e-6)));
    }

    /** One or two roots that do not overlap, among what facts name. */
    private static List<Root> roots(List<Fact> facts, Random random) {
        Map<Long, Span> byLot = new HashMap<>();
        Set<Root> roots = new LinkedHashSet<>();
        for (int i = 0; i <= random.nextInt(3) / 2; i++) {
            Span span = named(facts, random);
            if (byLot.putIfAbsent(span.lot(), span) == null)
                roots.add(new Root(span, RandomPlant.WHOLE_IN_PARTS * random.nextInt(1, 40)));
        }
        return List.copyOf(roots);
    }

    /** Returns units that some fact names as such. */
    static Span named(List<Fact> facts, Random random) {
        List<Span> named = new ArrayList<>();
        for (Fact fact : facts) {
            if (fact instanceof Fact.Fed in) named.add(in.lot());
            if (fact instanceof Fact.Yielded out) named.add(out.lot());
            if (fact instanceof Fact.Filled fill) named.add(fill.lot());
        }
        return named.isEmpty() ? Span.of(7) : named.get(random.nextInt(named.size()));
    }
}
