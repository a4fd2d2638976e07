package stemma.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

/** What is made of one another lies close together, however the plant's other work came between. */
class OrderTest {
    private static final int LINES = 50;
    private static final int LOTS = 40;
    private static final long SALT = -1;

    @Test
    void an_answer_of_one_line_lies_together_though_fifty_lines_were_told_in_turn() {
        TraceIndex index = new TraceIndex();
        for (int lot = 0; lot < LOTS; lot++)
            for (int line = 0; line < LINES; line++) told(index, line, lot);
        assertThat(width(index, 7)).isGreaterThan(LINES * LOTS);
        index.merge();
        for (int line = 0; line < LINES; line++)
            assertThat(width(index, line)).as("line %d", line).isLessThanOrEqualTo(4 * LOTS);
    }

    @Test
    void it_lies_together_when_the_plant_is_merged_while_it_is_told() {
        TraceIndex index = new TraceIndex();
        for (int lot = 0; lot < LOTS; lot++) {
            for (int line = 0; line < LINES; line++) told(index, line, lot);
            if (lot % 5 == 4) index.merge();
        }
        for (int line = 0; line < LINES; line++)
            assertThat(width(index, line)).as("line %d", line).isLessThanOrEqualTo(4 * LOTS);
    }

    @Test
    void what_is_merged_again_stays_where_it_is() {
        TraceIndex index = new TraceIndex();
        for (int lot = 0; lot < LOTS; lot++)
            for (int line = 0; line < LINES; line++) told(index, line, lot);
        index.merge();
        List<Long> once = inOrder(index);
        index.merge();
        assertThat(inOrder(index)).isEqualTo(once);
    }

    /** Each lot has some of the one before, some of the one before that, some flour and salt. */
    private static void told(TraceIndex index, int line, int lot) {
        long run = key(line, lot);
        long flour = -10_000L - run;
        index.tell(to -> {
            for (long from : new long[] {SALT, flour, key(line, lot - 1), key(line, lot - 2)})
                if (from < 0 || from >= key(line, 0))
                    to.state(new Fact.Fed(0, run, Fact.Nature.PLAIN, Span.of(from), List.of()));
            to.state(new Fact.Yielded(run, Fact.Nature.PLAIN, Span.of(run)));
        });
    }

    private static long key(int line, int lot) {
        return 1_000L * (line + 1) + lot;
    }

    /** Returns the lots and runs that contain salt, in the order of their numbers. */
    private static List<Long> inOrder(TraceIndex index) {
        Reached reached = forward(index, SALT);
        IntStream.Builder numbers = IntStream.builder();
        reached.nodes().forEach(numbers::add);
        Labels labels = reached.view().labels();
        return numbers.build().sorted().mapToObj(labels::name).toList();
    }

    /** From the lowest to the highest number of all that contains the line's second lot. */
    private static int width(TraceIndex index, int line) {
        IntStream.Builder numbers = IntStream.builder();
        forward(index, key(line, 1)).nodes().forEach(numbers::add);
        var of = numbers.build().summaryStatistics();
        return of.getMax() - of.getMin() + 1;
    }

    private static Reached forward(TraceIndex index, long lot) {
        return index.trace(List.of(Span.of(lot)), Direction.FORWARD, Cause.MATERIAL);
    }
}
