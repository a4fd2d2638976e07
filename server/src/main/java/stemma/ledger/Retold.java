package stemma.ledger;

import stemma.journal.Finding;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/**
 * Events read back from the journal, held against the rows that rooms keep of them. A row is a text
 * here: what it should be, and what it is.
 */
public final class Retold {
    private final List<Recorded> events;
    private final Map<Long, Long> positions;
    private final Map<Long, Long> correctedBy;
    private final LongFunction<Optional<Recorded>> others;
    private final Consumer<Finding> findings;

    Retold(
            List<Recorded> events,
            Map<Long, Long> positions,
            Map<Long, Long> correctedBy,
            LongFunction<Optional<Recorded>> others,
            Consumer<Finding> findings) {
        this.events = events;
        this.positions = positions;
        this.correctedBy = correctedBy;
        this.others = others;
        this.findings = findings;
    }

    public List<Recorded> events() {
        return events;
    }

    /** Returns the numbers of the events. */
    public Long[] seqs() {
        return events.stream().map(Recorded::seq).toArray(Long[]::new);
    }

    /** Returns which entry ended what the event of that number says; 0 where none has. */
    public long correctedBy(long seq) {
        return correctedBy.getOrDefault(seq, 0L);
    }

    /** Returns the event of that number, which need be none of these; empty where none bears it. */
    public Optional<Recorded> event(long seq) {
        return others.apply(seq);
    }

    /** The rows of one table by the number of the event under which they stand. */
    public static final class Rows {
        private final Map<Long, Map<String, Integer>> bySeq = new TreeMap<>();

        /** Takes a row in; numbers are told without the zeros at their end. */
        public void add(long seq, Object... columns) {
            StringBuilder row = new StringBuilder();
            for (Object column : columns) {
                row.append(row.isEmpty() ? "" : " ")
                        .append(
                                column instanceof java.math.BigDecimal number
                                        ? number.stripTrailingZeros().toPlainString()
                                        : column);
            }
            bySeq.computeIfAbsent(seq, _ -> new HashMap<>()).merge(row.toString(), 1, Integer::sum);
        }
    }

    /** Tells of each event whose rows in a table are not those that it should have there. */
    public void compare(String table, Rows should, Rows are) {
        TreeSet<Long> seqs = new TreeSet<>(should.bySeq.keySet());
        seqs.addAll(are.bySeq.keySet());
        for (long seq : seqs) {
            Map<String, Integer> wanted = should.bySeq.getOrDefault(seq, Map.of());
            Map<String, Integer> there = are.bySeq.getOrDefault(seq, Map.of());
            if (wanted.equals(there)) continue;
            differs(
                    seq,
                    table + " should say " + without(wanted, there) + " and says "
                            + without(there, wanted));
        }
    }

    /** Does so of the events that are here, and of no other to which rows were led since. */
    public void compareThose(String table, Rows should, Rows are) {
        are.bySeq.keySet().retainAll(positions.keySet());
        compare(table, should, are);
    }

    private static Collection<String> without(Map<String, Integer> one, Map<String, Integer> of) {
        TreeSet<String> rest = new TreeSet<>(one.keySet());
        rest.removeIf(row -> java.util.Objects.equals(one.get(row), of.get(row)));
        return rest.stream().limit(3).toList();
    }

    private void differs(long seq, String sentence) {
        findings.accept(
                new Finding("row_differs", positions.getOrDefault(seq, Finding.NOWHERE), sentence));
    }
}
