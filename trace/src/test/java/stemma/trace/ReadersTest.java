package stemma.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Whoever asks while others tell gets an answer of one moment, whole. */
class ReadersTest {
    private static final long HUB = 0;
    private static final int TOLD = 60_000;

    @Test
    void an_answer_is_of_one_moment_while_facts_come_and_go_and_bases_change() throws Exception {
        TraceIndex index = new TraceIndex();
        AtomicInteger told = new AtomicInteger();
        index.tell(to -> to.state(new Fact.Yielded(-1, Fact.Nature.PLAIN, Span.of(HUB))));
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            Future<?> writer = threads.submit(() -> tell(index, told));
            Future<?> merging = threads.submit(() -> {
                while (told.get() < TOLD) index.merge();
            });
            int before = 0;
            while (before < TOLD) {
                before = told.get();
                Reached reached =
                        index.trace(List.of(Span.of(HUB)), Direction.FORWARD, Cause.MATERIAL);
                List<Span> lots = reached.spans();
                assertThat(lots.size() - 1).isBetween(before, told.get() + 1);
                assertThat(lots.getLast().lot()).isEqualTo(lots.size() - 1);
                assertThat(reached.totals().byShipment()).hasSize(lots.size() - 1);
            }
            writer.get();
            merging.get();
        }
    }

    /** Each lot is made of the hub, shipped, and once besides of something that is withdrawn. */
    private static void tell(TraceIndex index, AtomicInteger told) {
        for (int i = 1; i <= TOLD; i++) {
            int lot = i;
            Fact wrong = new Fact.Fed(0, lot, Fact.Nature.PLAIN, Span.of(HUB), List.of());
            index.tell(to -> {
                to.state(new Fact.Fed(0, lot, Fact.Nature.PLAIN, Span.of(HUB), List.of()));
                to.state(new Fact.Yielded(lot, Fact.Nature.PLAIN, Span.of(lot)));
                to.state(new Fact.Shipped(lot, 1, 1, Span.of(lot), 1));
                to.state(wrong);
            });
            told.set(i);
            index.tell(to -> to.withdraw(wrong));
        }
    }
}
