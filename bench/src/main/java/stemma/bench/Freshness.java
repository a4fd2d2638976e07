package stemma.bench;

import stemma.trace.Cause;
import stemma.trace.Direction;
import stemma.trace.Fact;
import stemma.trace.Fact.Nature;
import stemma.trace.Span;
import stemma.trace.TraceIndex;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * Work orders told one by one at a thousand a second, each asked for as soon as it is told, while
 * the index makes itself a new base: how long until an answer has it.
 */
final class Freshness {
    private static final int ORDERS = 5_000;
    private static final int INPUTS = 7;
    private static final long APART_NANOS = 1_000_000;
    private static final long FIRST_LOT = 1L << 40;

    private final TraceIndex index;
    private final Engine engine;
    private final Random random = new Random(11);

    Freshness(TraceIndex index, Engine engine) {
        this.index = index;
        this.engine = engine;
    }

    /** Returns the milliseconds of each, from telling to the answer, by the clock. */
    List<Double> measured() {
        Thread merging = Thread.ofPlatform().start(index::merge);
        List<Double> all = new ArrayList<>();
        long due = System.nanoTime();
        for (int order = 0; order < ORDERS; order++, due += APART_NANOS) {
            LockSupport.parkNanos(due - System.nanoTime());
            long lot = FIRST_LOT + order;
            List<Fact> facts = facts(lot);
            long begin = System.nanoTime();
            index.tell(to -> facts.forEach(to::state));
            int found = index.trace(List.of(Span.of(lot)), Direction.BACKWARD, Cause.MATERIAL)
                    .lots();
            all.add((System.nanoTime() - begin) / 1e6);
            if (found <= 1) throw new IllegalStateException("an order is not in its answer");
        }
        try {
            merging.join();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        return all;
    }

    private List<Fact> facts(long lot) {
        List<Fact> facts = new ArrayList<>();
        for (int input = 0; input < INPUTS; input++) {
            Span of = engine.span(1 + random.nextInt(engine.nodes() - 1));
            facts.add(new Fact.Fed(0, lot, Nature.PLAIN, of, List.of()));
        }
        facts.add(new Fact.Yielded(lot, Nature.PLAIN, Span.of(lot)));
        facts.add(new Fact.Shipped(lot, 1, 1, Span.of(lot), 1));
        return facts;
    }
}
