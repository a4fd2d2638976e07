package stemma.journal;

import java.util.Arrays;

/**
 * What was known at a sealed size, in a form for SQL: the entries with {@code seq <= lastSeq} that
 * are not in {@code except} (ascending). It also shuts out numbers that a transaction still running
 * may yet bring, so the answer at a size never changes.
 */
public record Knowledge(long size, long lastSeq, long[] except) {

    /** Returns whether the entry with this number was among the first {@code size} leaves. */
    public boolean includes(long seq) {
        return seq <= lastSeq && Arrays.binarySearch(except, seq) < 0;
    }
}
