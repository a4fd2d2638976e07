package stemma.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import stemma.trace.Fact.Basis;
import stemma.trace.Fact.Nature;

import java.util.List;

/** Shapes that have broken other engines, each large enough to be walked by queue and by sweep. */
class ShapesTest {

    @Test
    void a_chain_of_tanks_is_followed_to_its_end() {
        for (TraceIndex index : List.of(new TraceIndex(), new TraceIndex(0))) {
            int tanks = 2_400;
            index.tell(to -> {
                for (int tank = 0; tank < tanks; tank++) {
                    to.state(new Fact.Filled(tank, Span.of(tank), 10, 10));
                    to.state(new Fact.Drawn(tank, Span.of(tank + 1), 5, 5));
                }
            });
            assertThat(lots(index, 0, Direction.FORWARD)).isEqualTo(tanks + 1);
            assertThat(lots(index, tanks, Direction.BACKWARD)).isEqualTo(tanks + 1);
            index.merge();
            assertThat(lots(index, 0, Direction.FORWARD)).isEqualTo(tanks + 1);
            assertThat(lots(index, tanks, Direction.BACKWARD)).isEqualTo(tanks + 1);
        }
    }

    @Test
    void a_loop_of_a_thousand_lots_is_gone_round_from_wherever_it_is_entered() {
        int lots = 1_000;
        for (TraceIndex index : List.of(new TraceIndex(), new TraceIndex(0))) {
            index.tell(to -> {
                for (int lot = 0; lot < lots; lot++) {
                    to.state(fed(lot, lot));
                    to.state(yielded(lot, (lot + 1) % lots));
                }
            });
            for (int round = 0; round < 2; round++) {
                for (int lot = 0; lot < lots; lot += 111)
                    for (Direction direction : Direction.values())
                        assertThat(lots(index, lot, direction)).isEqualTo(lots);
                index.merge();
            }
        }
    }

    @Test
    void lots_told_in_the_wrong_order_are_all_found() {
        TraceIndex index = new TraceIndex(0);
        int lots = 20_000;
        index.tell(to -> {
            for (int lot = lots - 1; lot >= 0; lot--) {
                to.state(fed(lot, lot));
                to.state(yielded(lot, lot + 1));
            }
        });
        assertThat(lots(index, 0, Direction.FORWARD)).isEqualTo(lots + 1);
        index.merge();
        assertThat(lots(index, 0, Direction.FORWARD)).isEqualTo(lots + 1);
        assertThat(lots(index, lots, Direction.BACKWARD)).isEqualTo(lots + 1);
    }

    @Test
    void units_with_histories_of_their_own_leave_their_block_a_block() {
        TraceIndex index = new TraceIndex();
        int units = 5_000;
        index.tell(to -> {
            to.state(fed(1, 1));
            to.state(new Fact.Yielded(1, Nature.PLAIN, new Span(2, 0, units - 1)));
            for (int unit = 0; unit < units; unit += 2) {
                to.state(new Fact.Fed(
                        0, 100 + unit, Nature.PLAIN, new Span(2, unit, unit), List.of()));
                to.state(yielded(100 + unit, 100 + unit));
            }
        });
        for (int round = 0; round < 2; round++) {
            Reached forward = index.trace(List.of(Span.of(1)), Direction.FORWARD, Cause.MATERIAL);
            assertThat(forward.spans()).contains(new Span(2, 0, units - 1));
            assertThat(forward.lots()).isEqualTo(2 + units / 2);
            Reached unit =
                    index.trace(List.of(new Span(2, 8, 8)), Direction.FORWARD, Cause.MATERIAL);
            assertThat(unit.spans()).containsExactly(new Span(2, 8, 8), Span.of(108));
            Reached bare =
                    index.trace(List.of(new Span(2, 9, 9)), Direction.BACKWARD, Cause.MATERIAL);
            assertThat(bare.spans()).containsExactly(Span.of(1), new Span(2, 9, 9));
            index.merge();
        }
    }

    @Test
    void only_neighbours_on_a_line_carry_over() {
        TraceIndex index = new TraceIndex();
        int runs = 3_000;
        index.tell(to -> {
            for (int run = 0; run < runs; run++) {
                Basis basis = run == runs / 2 ? Basis.CLEAR : Basis.NONE;
                to.state(new Fact.Stated(run, 7, Fact.Stated.NONE, basis, run, run));
                to.state(fed(run, run));
                to.state(yielded(run, 10_000 + run));
            }
        });
        assertThat(lots(index, 0, Direction.FORWARD)).isEqualTo(1 + runs / 2);
        assertThat(lots(index, 10_000 + runs - 1, Direction.BACKWARD)).isEqualTo(1 + runs / 2);
    }

    @Test
    void an_index_told_to_take_back_what_was_never_stated_answers_nothing_more() {
        for (Fact never : List.of(
                fed(1, 2),
                yielded(1, 1),
                new Fact.Filled(1, Span.of(1), 0, 0),
                new Fact.Stated(1, 1, 1, Basis.NONE, 0, 0),
                new Fact.Shipped(1, 1, 1, Span.of(1), 1))) {
            TraceIndex index = new TraceIndex();
            index.tell(to -> to.state(fed(1, 1)));
            assertThatThrownBy(() -> index.tell(to -> to.withdraw(never)))
                    .as("%s", never)
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> lots(index, 1, Direction.FORWARD))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    private static Fact fed(long run, long lot) {
        return new Fact.Fed(0, run, Nature.PLAIN, Span.of(lot), List.of());
    }

    private static Fact yielded(long run, long lot) {
        return new Fact.Yielded(run, Nature.PLAIN, Span.of(lot));
    }

    private static int lots(TraceIndex index, long root, Direction direction) {
        return index.trace(List.of(Span.of(root)), direction, Cause.MATERIAL).lots();
    }
}
