package stemma.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Which units of an answer left in which shipment. */
class ConsigningTest {
    private static final long BLOCK = 7;
    private static final long RAW = 3;

    private final TraceIndex index = new TraceIndex();

    @Test
    void units_shipped_twice_are_told_twice_and_those_that_stayed_once() {
        index.tell(to -> {
            to.state(new Fact.Shipped(100, 0, 0, new Span(BLOCK, 0, 4), 0));
            to.state(new Fact.Shipped(200, 0, 0, new Span(BLOCK, 3, 6), 0));
        });
        Set<String> all = Set.of("100: 7 0-4", "200: 7 3-6", "kept: 7 7-9");
        assertThat(told(new Span(BLOCK, 0, 9))).isEqualTo(all);
        assertThat(index.merge()).isTrue();
        assertThat(told(new Span(BLOCK, 0, 9))).isEqualTo(all);
        assertThat(told(new Span(BLOCK, 4, 7)))
                .isEqualTo(Set.of("100: 7 4-4", "200: 7 4-6", "kept: 7 7-7"));
    }

    @Test
    void of_a_block_made_in_parts_only_what_is_reached_is_told() {
        index.tell(to -> {
            to.state(new Fact.Fed(1, 50, Fact.Nature.PLAIN, Span.of(RAW), List.of()));
            to.state(new Fact.Yielded(50, Fact.Nature.PLAIN, new Span(BLOCK, 2, 5)));
            to.state(new Fact.Yielded(51, Fact.Nature.PLAIN, new Span(BLOCK, 6, 9)));
            to.state(new Fact.Shipped(100, 0, 0, new Span(BLOCK, 0, 3), 0));
            to.state(new Fact.Shipped(200, 0, 0, new Span(BLOCK, 5, 9), 0));
        });
        assertThat(told(Span.of(RAW)))
                .isEqualTo(Set.of("kept: 3 0-0", "100: 7 2-3", "kept: 7 4-4", "200: 7 5-5"));
    }

    @Test
    void what_is_withdrawn_was_not_shipped() {
        Fact.Shipped wrong = new Fact.Shipped(100, 0, 0, Span.of(RAW), 0);
        index.tell(to -> to.state(wrong));
        assertThat(told(Span.of(RAW))).containsExactly("100: 3 0-0");
        index.tell(to -> to.withdraw(wrong));
        assertThat(told(Span.of(RAW))).containsExactly("kept: 3 0-0");
        assertThat(told(Span.of(99))).containsExactly("kept: 99 0-0");
    }

    @Test
    void any_units_of_a_block_shipped_in_any_way_are_told_in_their_order() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            toldAsAskedUnitByUnit(40, random.nextInt(12), 8, random, "seed " + seed);
        }
    }

    @Test
    void units_packed_at_random_are_told_in_their_order() {
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            int units = 200 + random.nextInt(300);
            int longest = 1 + random.nextInt(3);
            toldAsAskedUnitByUnit(units, random.nextInt(300), longest, random, "seed " + seed);
        }
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            List<Integer> asTheyCome = new ArrayList<>();
            for (int unit = 0; unit < 300; unit += 1 + seed % 3) asTheyCome.add(unit);
            Collections.shuffle(asTheyCome, random);
            List<Fact.Shipped> sent = new ArrayList<>();
            for (int unit : asTheyCome) sent.add(sent(unit % 7, new Span(BLOCK, unit, unit)));
            List<Span> roots = List.of(new Span(BLOCK, 0, 310));
            List<Integer> order = toldAsAsked(310, sent, roots, random, "shuffled " + seed);
            assertThat(order).hasSize(311).isSorted();
        }
    }

    private static void toldAsAskedUnitByUnit(
            int units, int rows, int longest, Random random, String said) {
        List<Fact.Shipped> sent = new ArrayList<>();
        for (int i = rows; i > 0; i--) sent.add(sent(i, anyOf(units, longest, random)));
        List<Span> roots = List.of(
                anyOf(units, units / 5, random),
                anyOf(units, units / 5, random),
                anyOf(units, units / 5, random));
        List<Integer> order = toldAsAsked(units, sent, roots, random, said);
        if (new HashSet<>(order).size() == order.size())
            assertThat(order).as(said).isSorted();
    }

    /** Each unit is asked by itself what became of it. Returns them in the order of telling. */
    private static List<Integer> toldAsAsked(
            int units, List<Fact.Shipped> sent, List<Span> roots, Random random, String said) {
        TraceIndex plant = new TraceIndex();
        int later = sent.isEmpty() ? 0 : random.nextInt(sent.size());
        plant.tell(to -> sent.subList(later, sent.size()).forEach(to::state));
        if (random.nextBoolean()) plant.merge();
        plant.tell(to -> sent.subList(0, later).forEach(to::state));
        Set<String> expected = new TreeSet<>();
        for (int unit = 0; unit <= units; unit++) {
            Span one = new Span(BLOCK, unit, unit);
            if (roots.stream().noneMatch(root -> holds(root, one))) continue;
            List<Fact.Shipped> with =
                    sent.stream().filter(fact -> holds(fact.lot(), one)).toList();
            if (with.isEmpty()) expected.add("kept " + unit);
            with.forEach(fact -> expected.add(fact.shipment() + " " + one.first()));
        }
        List<Integer> order = new ArrayList<>();
        assertThat(unitByUnit(plant, roots, order)).as(said).isEqualTo(expected);
        return order;
    }

    private static Fact.Shipped sent(int number, Span units) {
        return new Fact.Shipped(100 + number, 0, 0, units, 0);
    }

    private static Span anyOf(int units, int longest, Random random) {
        int first = random.nextInt(units);
        return new Span(
                BLOCK, first, Math.min(units - 1, first + random.nextInt(Math.max(1, longest))));
    }

    private static boolean holds(Span span, Span unit) {
        return span.first() <= unit.first() && unit.last() <= span.last();
    }

    private static Set<String> unitByUnit(TraceIndex plant, List<Span> roots, List<Integer> order) {
        Set<String> told = new TreeSet<>();
        var reached = plant.trace(roots, Direction.FORWARD, Cause.MATERIAL);
        reached.forEachConsigned(new Reached.Consigned() {
            @Override
            public void shipped(long lot, int first, int last, long shipment) {
                add(Long.toString(shipment), first, last);
            }

            @Override
            public void kept(long lot, int first, int last) {
                add("kept", first, last);
            }

            private void add(String how, int first, int last) {
                for (int unit = first; unit <= last; unit++) {
                    assertThat(told.add(how + " " + unit)).isTrue();
                    order.add(unit);
                }
            }
        });
        return told;
    }

    private Set<String> told(Span root) {
        Set<String> told = new TreeSet<>();
        Reached reached = index.trace(List.of(root), Direction.FORWARD, Cause.MATERIAL);
        reached.forEachConsigned(new Reached.Consigned() {
            @Override
            public void shipped(long lot, int first, int last, long shipment) {
                assertThat(told.add(shipment + ": " + lot + " " + first + "-" + last))
                        .isTrue();
            }

            @Override
            public void kept(long lot, int first, int last) {
                assertThat(told.add("kept: " + lot + " " + first + "-" + last)).isTrue();
            }
        });
        return told;
    }
}
