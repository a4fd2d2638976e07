package stemma.journal;

import org.jspecify.annotations.Nullable;

import stemma.journal.store.InspectTable;

import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * That the log is the one that was sealed: every entry has the bytes of its leaf, stands in exactly
 * one place, none is missing, and the tree over them has the roots that were signed.
 */
public final class LogHolds implements Invariant {
    private static final int AT_ONCE = 2_000;

    private final InspectTable table;
    private final Supplier<Collection<VerifyingKey>> keys;
    private final Supplier<Collection<String>> held;
    private @Nullable InspectionRound round;
    private String place = BEGINNING;

    /**
     * @param keys all that ever signed this log
     * @param held checkpoints that are kept outside the database
     */
    public LogHolds(
            Journal journal,
            Supplier<Collection<VerifyingKey>> keys,
            Supplier<Collection<String>> held) {
        this.table = new InspectTable(journal.app());
        this.keys = keys;
        this.held = held;
    }

    @Override
    public String word() {
        return "log_is_as_sealed";
    }

    @Override
    public String sentence() {
        return "Every entry is the one that was sealed, in its place, and none is missing.";
    }

    @Override
    public Slice look(String after, Consumer<Finding> findings) {
        InspectionRound underWay = round;
        if (underWay == null || after.isEmpty() || !after.equals(place)) {
            Collection<String> notes = held.get();
            underWay = new InspectionRound(table, keys.get(), findings);
            underWay.begin(notes);
            if (!after.isEmpty()) underWay.goOn(after);
            round = underWay;
        }
        long before = underWay.size();
        if (underWay.some(AT_ONCE)) {
            place = underWay.place();
            return Slice.more(place, underWay.size() - before);
        }
        round = null;
        var unused = underWay.end();
        return Slice.end(0);
    }
}
