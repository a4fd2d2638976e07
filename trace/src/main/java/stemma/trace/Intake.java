package stemma.trace;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What is told in one go, kept until it is told to the end. */
final class Intake implements TraceIndex.Facts {
    /** How many facts ahead is touched what they will need. */
    private static final int AHEAD = 16;

    private final List<Fact> facts = new ArrayList<>();
    private final BitSet withdrawn = new BitSet();
    private final int[] lots = new int[AHEAD];
    private final int[] runs = new int[AHEAD];
    private long met;

    @Override
    public void state(Fact fact) {
        facts.add(fact);
    }

    @Override
    public void withdraw(Fact fact) {
        withdrawn.set(facts.size());
        facts.add(fact);
    }

    void into(Core core) {
        for (int from = 0; from < facts.size(); from += AHEAD) {
            int until = Math.min(from + AHEAD, facts.size());
            if (until - from > 1) meetAhead(core, from, until);
            for (int i = from; i < until; i++) {
                if (withdrawn.get(i)) core.withdraw(facts.get(i));
                else core.state(facts.get(i));
            }
        }
    }

    /**
     * Touches the lots and runs of several facts, so that they are on their way from memory
     * together and not one by one; nothing is decided by it.
     */
    private void meetAhead(Core core, int from, int until) {
        for (int i = from; i < until; i++) {
            lots[i - from] = core.meetLot(facts.get(i));
            runs[i - from] = core.meetRun(facts.get(i));
        }
        for (int i = 0; i < until - from; i++)
            met += core.graph.meet(lots[i]) + core.graph.meet(runs[i]);
    }
}
