package stemma.factory;

import static org.assertj.core.api.Assertions.assertThat;

import stemma.genealogy.AsOf;
import stemma.genealogy.Question;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.ledger.Event;
import stemma.ledger.Recorded;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must hold of what the product answers, whatever is recorded. */
final class Laws {
    private static final int SAMPLE = 5;
    private static final int SHORT = 40;

    private Laws() {}

    /** Traces, stock and holds are the naive replay of the events, and so is the past. */
    static void replayed(Answers product, Plan plan, List<Recorded> recorded) {
        Replay now = replay(plan, recorded);
        TraceReplay.check(product, now, AsOf.now(), sample(plan, now));
        StockFold.check(product, now);
        HoldsReach.check(product, now);
        if (recorded.size() > 1) past(product, plan, recorded);
    }

    private static void past(Answers product, Plan plan, List<Recorded> recorded) {
        long then = recorded.get(recorded.size() / 2).seq();
        Replay past =
                replay(plan, recorded.stream().filter(r -> r.seq() <= then).toList());
        TraceReplay.check(product, past, new AsOf(then, List.of()), sample(plan, past));
    }

    static Replay replay(Plan plan, List<Recorded> recorded) {
        List<Event> events = recorded.stream().map(Recorded::event).toList();
        return Replay.of(events, plan.codes()::isPool);
    }

    private static List<LotId> sample(Plan plan, Replay replay) {
        List<LotId> born = new ArrayList<>(replay.born());
        if (plan.submissions().size() < SHORT) return born;
        List<LotId> sample = new ArrayList<>();
        int step = Math.max(1, born.size() / SAMPLE);
        for (int i = (int) (plan.seed() % step); i < born.size(); i += step)
            sample.add(born.get(i));
        return sample;
    }

    /** What two stories of the same events say of each lot of the one and its twin of the other. */
    static void same(
            Answers product, Set<LotId> born, Set<LotId> bornTwins, Map<LotId, LotId> twins) {
        assertThat(bornTwins).as("lots").isEqualTo(Shuffling.of(born, twins));
        List<LotId> roots = new ArrayList<>(born);
        int step = Math.max(1, born.size() / SAMPLE);
        for (int i = 0; i < roots.size(); i += step) {
            LotId root = roots.get(i);
            Question here = Question.forward(List.of(Portion.of(root)));
            Question there = Question.forward(List.of(Portion.of(twins.get(root))));
            assertThat(product.trace(there))
                    .as("forward of " + root)
                    .isEqualTo(Shuffling.of(product.trace(here), twins));
        }
    }
}
