package stemma.journal;

import stemma.journal.store.InspectTable;
import stemma.journal.store.InspectedRow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/** One round of an inspection: from the first entry to the last, at once or some at a time. */
final class InspectionRound {
    private final InspectTable table;
    private final Collection<VerifyingKey> known;
    private final Consumer<Finding> reader;
    private KeyTimes keys;
    private Frontier frontier = new Frontier();
    private final TreeMap<Long, Checkpoint> checkpoints = new TreeMap<>();
    private long expected;
    private long lastSeq;
    private long seen;
    private long covered;
    private long findings;

    InspectionRound(InspectTable table, Collection<VerifyingKey> keys, Consumer<Finding> reader) {
        this.table = table;
        this.known = keys;
        this.keys = new KeyTimes(keys, List.of());
        this.reader = reader;
    }

    /** Takes up what was {@code held} elsewhere; read before, or it may run ahead. */
    void begin(Collection<String> held) {
        covered = table.covered();
        List<String> handing = new ArrayList<>(held);
        table.handovers().forEach(one -> handing.add(one.note()));
        keys = new KeyTimes(known, handing);
        held.forEach(this::held);
    }

    /** Returns how many leaves it has seen. */
    long size() {
        return frontier.size();
    }

    /** Writes how far it came, in one line. */
    String place() {
        return String.join(
                " ",
                Long.toString(expected),
                Long.toString(lastSeq),
                Long.toString(frontier.size()),
                HexFormat.of().formatHex(frontier.bytes()));
    }

    /** Goes on where another came to. */
    void goOn(String place) {
        String[] word = place.split(" ", -1);
        expected = Long.parseLong(word[0]);
        lastSeq = Long.parseLong(word[1]);
        seen = lastSeq;
        frontier = Frontier.of(Long.parseLong(word[2]), HexFormat.of().parseHex(word[3]));
    }

    /** Takes up the checkpoints of sizes from one up to another. */
    void checkpoints(long from, long to) {
        table.checkpoints(from, to).forEach(this::kept);
    }

    /** Looks at some of the log, at most so many entries; returns whether there were any. */
    boolean some(int count) {
        List<InspectedRow> rows = table.some(expected, count);
        if (!rows.isEmpty()) checkpoints(expected + 1, rows.getLast().position() + 1);
        rows.forEach(this::row);
        if (lastSeq > seen) lost(seen + 1, lastSeq);
        seen = lastSeq;
        checkpoints.headMap(frontier.size(), true).clear();
        return !rows.isEmpty();
    }

    /** Looks at what can only be told once all was seen. */
    Inspected end() {
        boolean isKnown = checkpoints.containsKey(covered);
        if (covered > frontier.size() && !isKnown) checkpoints(frontier.size() + 1, covered);
        for (Checkpoint beyond : checkpoints.tailMap(frontier.size(), false).values())
            found("log_too_short", frontier.size(), "a checkpoint states " + beyond.size());
        lost(seen + 1, Long.MAX_VALUE);
        return new Inspected(frontier.size(), frontier.root(), findings);
    }

    private void lost(long from, long to) {
        table.unsealedBefore(from, to)
                .forEach(seq -> found("leaf_missing", expected, "entry " + seq + " lost its leaf"));
    }

    private void kept(Checkpoint row) {
        if (keys.open(row.note()).filter(stated -> isSame(stated, row)).isEmpty())
            found("checkpoint_not_signed", row.size() - 1, "no key signed this checkpoint");
        else if (!keys.isInTime(row.note()))
            found("key_out_of_time", row.size() - 1, "a key signed this that had been handed on");
        Checkpoint held = checkpoints.putIfAbsent(row.size(), row);
        if (held != null && !Arrays.equals(held.root(), row.root()))
            found("root_differs", row.size() - 1, "the checkpoint held says otherwise");
    }

    private static boolean isSame(Checkpoint stated, Checkpoint row) {
        return stated.size() == row.size()
                && stated.at().equals(row.at())
                && Arrays.equals(stated.root(), row.root());
    }

    private void held(String note) {
        keys.open(note)
                .ifPresentOrElse(
                        checkpoint -> checkpoints.put(checkpoint.size(), checkpoint),
                        () -> found(
                                "checkpoint_not_signed",
                                -1,
                                "no key signed the checkpoint held outside"));
    }

    void row(InspectedRow row) {
        lastSeq = Math.max(lastSeq, row.seq());
        if (row.position() != expected)
            found("position_missing", expected, "the next position is " + row.position());
        expected = row.position() + 1;
        byte[] leaf = row.leaf();
        Entry entry = row.entry();
        if (entry == null) {
            found("entry_missing", row.position(), "no entry has the number " + row.seq());
        } else {
            leaf = Merkle.leaf(entry.envelope(), entry.body());
            if (!Arrays.equals(leaf, row.leaf()))
                found("bytes_differ", row.position(), "the bytes are not those sealed");
            else columns(row, entry);
        }
        frontier.add(leaf, this::tile);
        Checkpoint checkpoint = checkpoints.get(frontier.size());
        if (checkpoint != null && !Arrays.equals(checkpoint.root(), frontier.root()))
            found("root_differs", row.position(), "the checkpoint here has another root");
    }

    private void columns(InspectedRow row, Entry entry) {
        try {
            Envelope envelope = Envelope.read(entry.envelope());
            boolean same = envelope.seq() == entry.seq()
                    && envelope.id().equals(entry.id())
                    && envelope.kind() == entry.kind()
                    && envelope.recordedAt().equals(entry.recordedAt());
            if (!same) found("columns_differ", row.position(), "a column is not as sealed");
            byte[] digest = row.digest();
            if (digest == null || !Arrays.equals(digest, envelope.digest()))
                found("key_differs", row.position(), "the key row is not as sealed");
        } catch (IllegalArgumentException foreign) {
            found("entry_malformed", row.position(), "the envelope cannot be read");
        }
    }

    private void tile(int level, long number, byte[] root) {
        if (!table.isTile(level, number, root))
            found("tile_differs", expected - 1, "tile " + number + " of level " + level);
    }

    private void found(String code, long position, String sentence) {
        findings++;
        reader.accept(new Finding(code, position, sentence));
    }
}
