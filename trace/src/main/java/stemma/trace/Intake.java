package stemma.trace;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What is told in one go, kept until it is told to the end. */
final class Intake implements TraceIndex.Facts {
    private final List<Fact> facts = new ArrayList<>();
    private final BitSet withdrawn = new BitSet();

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
        for (int i = 0; i < facts.size(); i++) {
            if (withdrawn.get(i)) core.withdraw(facts.get(i));
            else core.state(facts.get(i));
        }
    }
}
