package stemma.audit;

import stemma.audit.store.TrailTable;
import stemma.journal.Entry;
import stemma.journal.EntryKind;
import stemma.journal.Finding;
import stemma.journal.Invariant;
import stemma.journal.Journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;

/** That the audit trail as it is searched has one line for each sealed entry and no other. */
final class TrailTellsEntries implements Invariant {
    private static final int AT_ONCE = 2_000;

    private final Journal journal;
    private final TrailTable trail;

    TrailTellsEntries(Journal journal, TrailTable trail) {
        this.journal = journal;
        this.trail = trail;
    }

    @Override
    public String word() {
        return "trail_tells_entries";
    }

    @Override
    public String sentence() {
        return "Each line of the audit trail is the one that was sealed, and none is missing.";
    }

    @Override
    public Slice look(String after, Consumer<Finding> findings) {
        long from = after.isEmpty() ? 0 : Long.parseLong(after);
        return journal.atOneMoment(() -> {
            long to = Math.min(journal.sealed().size(), from + AT_ONCE);
            Map<Long, String> should = new HashMap<>();
            Map<Long, Long> positions = new HashMap<>();
            List<Long> seqs = new ArrayList<>();
            journal.eachSealed(from, to, leaf -> {
                seqs.add(leaf.entry().seq());
                positions.put(leaf.entry().seq(), leaf.position());
                if (leaf.entry().kind() != EntryKind.AUDIT) return;
                should.put(leaf.entry().seq(), text(leaf.entry()));
            });
            Map<Long, String> are = trail.texts(seqs);
            TreeSet<Long> all = new TreeSet<>(should.keySet());
            all.addAll(are.keySet());
            for (long seq : all) {
                if (java.util.Objects.equals(should.get(seq), are.get(seq))) continue;
                findings.accept(new Finding(
                        "trail_differs",
                        positions.getOrDefault(seq, Finding.NOWHERE),
                        "the trail says " + are.get(seq) + ", and the entry " + should.get(seq)));
            }
            long looked = Math.max(0, to - from);
            return looked < AT_ONCE ? Slice.end(looked) : Slice.more(Long.toString(to), looked);
        });
    }

    /** An entry that somebody changed may be no line of the trail any more. */
    private static String text(Entry entry) {
        try {
            return Audit.line(entry).text();
        } catch (RuntimeException changed) {
            return "what is no entry of the trail";
        }
    }
}
