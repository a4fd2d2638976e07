package stemma.ledger;

import org.jspecify.annotations.Nullable;

/**
 * An entry and the seq of the correction that ended what it says, {@link #STILL} where none has:
 * what counts at another entry is what stood then, not what stands today.
 */
public record Stood(Recorded entry, long until) {
    public static final long STILL = Long.MAX_VALUE;

    public long seq() {
        return entry.seq();
    }

    /** Returns what takes effect under the entry, if anything. */
    public @Nullable Event effect() {
        return entry.effect();
    }

    /** Says whether it stood when the entry of that seq was judged. */
    public boolean at(long seq) {
        return seq() < seq && seq < until;
    }
}
