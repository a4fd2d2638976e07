package stemma.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Whatever is told while a new base is made is in it, and the writer waits for that alone. */
class MergeTest {
    private static final int SEEDS = 2_000;
    private static final int LATE = 200;

    @Test
    void what_is_told_and_withdrawn_during_a_merge_is_in_every_answer() {
        for (int seed = 0; seed < SEEDS; seed++) {
            RandomPlant plant = new RandomPlant(seed);
            List<Fact> standing = new ArrayList<>();
            TraceIndex merged = new TraceIndex();
            TraceIndex never = new TraceIndex();
            List<TraceIndex> both = List.of(merged, never);
            List<Fact> left = new ArrayList<>(plant.facts());
            while (!left.isEmpty()) {
                happen(both, left, standing, plant.random());
                Runnable meanwhile = () -> happen(both, left, standing, plant.random());
                assertThat(merged.merge(meanwhile, meanwhile)).isTrue();
            }
            String of = "seed " + seed;
            TraceIndexTest.holds(of, merged, new Replay(standing), plant);
            List<Span> root = List.of(plant.span());
            for (Direction direction : Direction.values())
                assertThat(links(merged.trace(root, direction, Cause.MATERIAL)))
                        .as(of)
                        .isEqualTo(links(never.trace(root, direction, Cause.MATERIAL)));
        }
    }

    private static void happen(
            List<TraceIndex> indexes, List<Fact> left, List<Fact> standing, Random random) {
        for (int i = random.nextInt(12); i > 0 && !left.isEmpty(); i--) {
            Fact stated = left.removeFirst();
            standing.add(stated);
            indexes.forEach(index -> index.tell(to -> to.state(stated)));
            if (random.nextInt(3) != 0) continue;
            Fact ended = standing.remove(random.nextInt(standing.size()));
            indexes.forEach(index -> index.tell(to -> to.withdraw(ended)));
        }
    }

    private static List<String> links(Reached reached) {
        List<String> links = new ArrayList<>();
        reached.forEachLink((from, to, measure) -> links.add(from + " " + to + " " + measure));
        links.sort(null);
        return links;
    }

    @Test
    void its_end_takes_as_many_steps_as_were_told_during_it_however_large_the_plant() {
        int ofSmall = stepsAtTheEnd(2_000);
        assertThat(stepsAtTheEnd(40_000)).isEqualTo(ofSmall);
        int told = 2 * facts(0, LATE).size();
        assertThat(ofSmall).isBetween(told, 20 * told);
    }

    /** A third of the lots have serials with links of their own, and stand on lines. */
    private static int stepsAtTheEnd(int lots) {
        TraceIndex index = new TraceIndex();
        TraceIndexTest.tell(index, facts(0, lots));
        index.merge();
        TraceIndexTest.tell(index, facts(lots, lots + LATE));
        List<Fact> gone = facts(lots / 2, lots / 2 + LATE);
        Runnable tell = () -> TraceIndexTest.tell(index, facts(lots + LATE, lots + 2 * LATE));
        Runnable correct = () -> index.tell(to -> gone.forEach(to::withdraw));
        assertThat(index.merge(tell, correct)).isTrue();
        return index.broughtOver();
    }

    private static List<Fact> facts(int from, int until) {
        List<Fact> facts = new ArrayList<>();
        for (int lot = from; lot < until; lot++) {
            Span all = new Span(lot, 0, 9);
            Span unit = new Span(lot, 3, 3);
            facts.add(new Fact.Yielded(lot, Fact.Nature.PLAIN, all));
            facts.add(new Fact.Stated(lot, lot % 7, Fact.Stated.NONE, Fact.Basis.NONE, lot, lot));
            facts.add(new Fact.Fed(0, lot + 10L, Fact.Nature.PLAIN, unit, List.of()));
            facts.add(new Fact.Fed(lot, lot + 20L, Fact.Nature.PLAIN, all, List.of(all)));
            facts.add(new Fact.Filled(lot % 5, all, lot, lot));
            facts.add(new Fact.Drawn(lot % 5, Span.of(-1 - lot), lot, lot));
            facts.add(new Fact.Emptied(lot % 5, lot, lot));
            facts.add(new Fact.Shipped(lot, 1, 1, all, 10));
        }
        return facts;
    }
}
