package stemma.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was told of links is kept with them: cut, merged, withdrawn, saved and taken back. */
class MeasureTest {
    private static final String MARK = "of this test";
    private static final long RUNS = 13;
    private static final long OWN = 100;

    @Test
    void what_is_told_of_links_is_what_stands_of_the_facts(@TempDir Path home) throws IOException {
        int withMeasure = 0;
        for (int seed = 0; seed < 400; seed++) {
            RandomPlant plant = new RandomPlant(seed);
            List<Fact> standing = new ArrayList<>(plant.facts());
            TraceIndex index = new TraceIndex();
            index.tell(MeasureTest::yieldOfEachRun);
            for (Fact fact : List.copyOf(standing)) {
                index.tell(to -> to.state(fact));
                if (plant.random().nextInt(12) == 0) index.merge();
            }
            while (plant.random().nextInt(4) != 0 && !standing.isEmpty()) {
                Fact gone = standing.remove(plant.random().nextInt(standing.size()));
                index.tell(to -> to.withdraw(gone));
                if (plant.random().nextInt(4) == 0) index.merge();
            }
            if (seed % 4 == 0) index = savedAndLoaded(index, home.resolve("snapshot"));
            if (seed % 3 == 0) index.merge();
            Map<String, Long> expected = ofFacts(standing);
            assertThat(ofLinks(index)).as("seed %d", seed).isEqualTo(expected);
            withMeasure += expected.size();
        }
        assertThat(withMeasure).isGreaterThan(2_000);
    }

    @Test
    void an_index_that_is_told_no_measures_does_not_pay_for_them() {
        TraceIndex index = new TraceIndex();
        index.tell(to -> {
            for (int run = 0; run < 10_000; run++) {
                Span made = Span.of(run + 1);
                to.state(new Fact.Fed(0, run, Fact.Nature.PLAIN, Span.of(run), List.of()));
                to.state(new Fact.Yielded(run, Fact.Nature.PLAIN, made));
            }
        });
        index.merge();
        assertThat(index.memory()).extractingByKey("measures").isEqualTo(256L);
    }

    @Test
    void the_parts_of_a_measure_add_up_to_it() {
        Measure whole = Measure.of(100, Evidence.KEYED, 7).weighing(Long.MAX_VALUE / 2);
        long quantity = 0;
        long weight = 0;
        for (int unit = 0; unit < 7; unit++) {
            quantity += whole.part(unit, unit + 1, 7).quantity();
            weight += whole.part(unit, unit + 1, 7).weight();
        }
        assertThat(quantity).isEqualTo(100);
        assertThat(weight).isEqualTo(Long.MAX_VALUE / 2);
        assertThatThrownBy(() -> Measure.of(-1, Evidence.KEYED, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Each run has a lot of its own, from which it is found. */
    private static void yieldOfEachRun(TraceIndex.Facts to) {
        for (long run = 0; run < RUNS; run++)
            to.state(new Fact.Yielded(run, RandomPlant.nature(run), Span.of(OWN + run)));
    }

    private static TraceIndex savedAndLoaded(TraceIndex index, Path file) throws IOException {
        index.save(file, MARK);
        return ((TraceIndex.Loading.Loaded) TraceIndex.load(file, MARK::equals)).index();
    }

    /** By the run or link, the lot, the evidence and the order: quantity and weight together. */
    private static Map<String, Long> ofLinks(TraceIndex index) {
        List<Span> all = new ArrayList<>();
        for (long lot = 0; lot < 20; lot++) all.add(new Span(lot, 0, 20));
        for (long run = 0; run < RUNS; run++) all.add(Span.of(OWN + run));
        Map<String, Long> told = new TreeMap<>();
        index.trace(all, Direction.BACKWARD, Cause.LOCAL).forEachLink((from, to, measure) -> {
            boolean isIn = isLot(from);
            Node maker = isIn ? to : from;
            if (isIn && isLot(to) || maker.part() == Node.Part.VESSEL) return;
            if (measure.equals(Measure.NONE)) return;
            boolean isLoss = to.part() == Node.Part.LOST;
            String lot = isLoss ? "lost" : String.valueOf(isIn ? from.key() : to.key());
            add(told, maker.part() + " " + maker.key() + " " + isIn + " " + lot, measure);
        });
        return told;
    }

    private static Map<String, Long> ofFacts(List<Fact> facts) {
        Map<String, Long> told = new TreeMap<>();
        for (Fact fact : facts) {
            switch (fact) {
                case Fact.Fed fed -> fed(told, fed);
                case Fact.Yielded out ->
                    add(told, "RUN " + out.run() + " false " + out.lot().lot(), out.measure());
                case Fact.Lost lost ->
                    add(told, "RUN " + lost.run() + " false lost", lost.measure());
                case Fact.Stated _,
                        Fact.Filled _,
                        Fact.Drawn _,
                        Fact.Emptied _,
                        Fact.Shipped _ -> {}
            }
        }
        return told;
    }

    private static void fed(Map<String, Long> told, Fact.Fed fed) {
        String maker = fed.into().isEmpty() ? "RUN " + fed.run() : "SUBRUN " + fed.link();
        add(told, maker + " true " + fed.lot().lot(), fed.measure());
        for (int i = 0; i < fed.into().size(); i++) {
            long weight =
                    fed.weights().isEmpty() ? Measure.UNKNOWN : fed.weights().get(i);
            Measure of = new Measure(
                    Measure.UNKNOWN,
                    weight,
                    fed.measure().evidence(),
                    fed.measure().order());
            add(told, maker + " false " + fed.into().get(i).lot(), of);
        }
    }

    private static void add(Map<String, Long> told, String link, Measure measure) {
        if (measure.equals(Measure.NONE)) return;
        String of = link + " " + measure.evidence() + " " + measure.order();
        told.merge(of + " quantity", Math.max(0, measure.quantity()), Long::sum);
        told.merge(of + " weight", Math.max(0, measure.weight()), Long::sum);
    }

    private static boolean isLot(Node node) {
        return node.part() == Node.Part.UNITS || node.part() == Node.Part.ANY_UNIT;
    }
}
