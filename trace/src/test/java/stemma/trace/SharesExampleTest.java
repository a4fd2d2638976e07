package stemma.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import stemma.trace.Fact.Nature;

import java.util.List;

/** Shares in small plants, by numbers that can be followed in the head. */
class SharesExampleTest {
    private static final long FLOUR = 1;
    private static final long BREAD = 2;
    private static final long ROLLS = 3;
    private static final long MASH = 4;
    private static final long BAKE = 10;
    private static final long MIX = 11;

    @Test
    void what_went_into_a_run_is_apportioned_by_weight_over_outputs_and_losses() {
        TraceIndex index = new TraceIndex();
        index.tell(to -> {
            to.state(fed(BAKE, FLOUR, 120));
            to.state(yielded(BAKE, BREAD, 400, 70));
            to.state(yielded(BAKE, ROLLS, 900, 20));
            to.state(new Fact.Lost(BAKE, Nature.PLAIN, weighing(10)));
        });
        Shares shares = index.shares(List.of(new Root(Span.of(FLOUR), 500)));
        assertThat(shares.of(Span.of(FLOUR))).isEqualTo(new Share(500, 500, 500, 380));
        assertThat(shares.of(Span.of(BREAD)).expected()).isCloseTo(84, within(1e-9));
        assertThat(shares.of(Span.of(ROLLS)).minimum()).isCloseTo(24, within(1e-9));
        assertThat(shares.lost()).isCloseTo(12, within(1e-9));
    }

    @Test
    void without_weights_it_is_from_none_to_all() {
        TraceIndex index = new TraceIndex();
        index.tell(to -> {
            to.state(fed(BAKE, FLOUR, 120));
            to.state(yielded(BAKE, BREAD, 400, Measure.UNKNOWN));
            to.state(yielded(BAKE, ROLLS, 900, 20));
        });
        Shares shares = index.shares(List.of(new Root(Span.of(FLOUR), 500)));
        assertThat(shares.of(Span.of(BREAD))).isEqualTo(new Share(0, 60, 120, 60));
        assertThat(shares.of(Span.of(ROLLS))).isEqualTo(new Share(0, 60, 120, 60));
    }

    @Test
    void what_is_carried_over_is_not_expected_and_may_be_all() {
        TraceIndex index = new TraceIndex();
        index.tell(to -> {
            to.state(fed(BAKE, FLOUR, 120));
            to.state(yielded(BAKE, BREAD, 400, 1));
            to.state(new Fact.Stated(BAKE, 1, Fact.Stated.NONE, Fact.Basis.NONE, 10, 20));
            to.state(yielded(MIX, ROLLS, 900, 1));
            to.state(new Fact.Stated(MIX, 1, Fact.Stated.NONE, Fact.Basis.NONE, 30, 40));
        });
        Shares shares = index.shares(List.of(new Root(Span.of(FLOUR), 120)));
        assertThat(shares.of(Span.of(BREAD))).isEqualTo(new Share(120, 120, 120, 120));
        assertThat(shares.of(Span.of(ROLLS))).isEqualTo(new Share(0, 0, 120, 0));
    }

    @Test
    void a_vessel_is_one_mixture_of_all_its_fills() {
        TraceIndex index = new TraceIndex();
        index.tell(to -> {
            to.state(new Fact.Filled(7, Span.of(FLOUR), 1, 1, measure(100).weighing(100)));
            to.state(new Fact.Filled(7, Span.of(MASH), 2, 2, measure(300).weighing(300)));
            to.state(new Fact.Drawn(7, Span.of(BREAD), 3, 3, measure(40).weighing(40)));
        });
        Shares shares = index.shares(List.of(new Root(Span.of(FLOUR), 100)));
        assertThat(shares.of(Span.of(BREAD))).isEqualTo(new Share(10, 10, 10, 10));
        assertThat(shares.between()).isEqualTo(90);
    }

    @Test
    void rework_is_counted_each_time_it_comes_around() {
        TraceIndex index = new TraceIndex();
        index.tell(to -> {
            to.state(fed(MIX, FLOUR, 100));
            to.state(fed(MIX, ROLLS, 50));
            to.state(yielded(MIX, MASH, 150, 150));
            to.state(fed(BAKE, MASH, 150));
            to.state(yielded(BAKE, BREAD, 100, 100));
            to.state(yielded(BAKE, ROLLS, 50, 50));
        });
        Shares shares = index.shares(List.of(new Root(Span.of(FLOUR), 100)));
        assertThat(shares.of(Span.of(MASH)).expected()).isCloseTo(150, within(1e-9));
        assertThat(shares.of(Span.of(BREAD)).left()).isCloseTo(100, within(1e-9));
        assertThat(shares.of(Span.of(ROLLS)).left()).isCloseTo(0, within(1e-9));
    }

    @Test
    void a_large_loop_is_solved_as_a_small_one_is() {
        for (int lots : new int[] {5, 600}) {
            TraceIndex index = new TraceIndex();
            index.tell(to -> {
                for (int lot = 0; lot < lots; lot++) {
                    to.state(fed(lot, lot, lot == 0 ? 180 : 90));
                    to.state(yielded(lot, (lot + 1) % lots, 100, 100));
                }
            });
            Shares shares = index.shares(List.of(new Root(Span.of(0), 100)));
            double around = Math.pow(0.9, lots);
            for (int lot = 0; lot < lots; lot++)
                assertThat(shares.of(Span.of(lot)).expected())
                        .isCloseTo(100 * Math.pow(0.9, lot) / (1 - around), within(1e-9));
        }
    }

    @Test
    void units_of_a_block_have_even_parts() {
        TraceIndex index = new TraceIndex();
        index.tell(to -> {
            to.state(fed(BAKE, FLOUR, 100));
            to.state(new Fact.Yielded(
                    BAKE, Nature.PLAIN, new Span(BREAD, 0, 99), measure(100).weighing(1)));
            to.state(new Fact.Fed(
                    0, MIX, Nature.PLAIN, new Span(BREAD, 7, 7), List.of(), measure(1)));
        });
        Shares shares = index.shares(List.of(new Root(Span.of(FLOUR), 200)));
        assertThat(shares.of(new Span(BREAD, 7, 7))).isEqualTo(new Share(1, 1, 1, 0));
        assertThat(shares.of(new Span(BREAD, 0, 99)).expected()).isCloseTo(100, within(1e-9));
        assertThat(shares.between()).isCloseTo(1, within(1e-9));
    }

    @Test
    void roots_that_overlap_or_are_nothing_are_refused() {
        TraceIndex index = new TraceIndex();
        List<Root> twice = List.of(new Root(Span.of(FLOUR), 1), new Root(Span.of(FLOUR), 1));
        assertThatThrownBy(() -> index.shares(twice)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Root(Span.of(FLOUR), 0))
                .isInstanceOf(IllegalArgumentException.class);
        Shares unknown = index.shares(List.of(new Root(new Span(BREAD, 3, 4), 8)));
        assertThat(unknown.of(new Span(BREAD, 4, 4))).isEqualTo(new Share(4, 4, 4, 4));
    }

    private static Fact fed(long run, long lot, long quantity) {
        return new Fact.Fed(0, run, Nature.PLAIN, Span.of(lot), List.of(), measure(quantity));
    }

    private static Fact yielded(long run, long lot, long quantity, long weight) {
        Measure measure = measure(quantity).weighing(weight);
        return new Fact.Yielded(run, Nature.PLAIN, Span.of(lot), measure);
    }

    private static Measure measure(long quantity) {
        return Measure.of(quantity, Evidence.SCANNED, 0);
    }

    private static Measure weighing(long weight) {
        return new Measure(Measure.UNKNOWN, weight, Evidence.DERIVED, 0);
    }
}
