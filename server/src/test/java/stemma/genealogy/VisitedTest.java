package stemma.genealogy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;

class VisitedTest {

    @Test
    void only_units_not_yet_reached_are_new() {
        Visited visited = new Visited();
        visited.add(List.of(new Span(1, 10, 19)));
        assertThat(visited.add(
                        List.of(new Span(1, 5, 12), new Span(1, 18, 25), new Span(2, 10, 10))))
                .containsExactly(new Span(1, 5, 9), new Span(1, 20, 25), new Span(2, 10, 10));
        assertThat(visited.spans()).containsExactly(new Span(1, 5, 25), new Span(2, 10, 10));
    }

    @Test
    void intervals_mean_what_single_units_would() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 300; round++) {
            Visited visited = new Visited();
            BitSet units = new BitSet();
            for (int i = 0; i < 20; i++) {
                int first = random.nextInt(60);
                Span span = new Span(1, first, first + random.nextInt(8));
                BitSet fresh = new BitSet();
                fresh.set(span.first(), span.last() + 1);
                fresh.andNot(units);
                units.or(fresh);
                assertThat(bits(visited.add(List.of(span)))).isEqualTo(fresh);
                assertThat(bits(visited.spans())).isEqualTo(units);
            }
        }
    }

    private static BitSet bits(List<Span> spans) {
        BitSet bits = new BitSet();
        spans.forEach(span -> bits.set(span.first(), span.last() + 1));
        return bits;
    }
}
