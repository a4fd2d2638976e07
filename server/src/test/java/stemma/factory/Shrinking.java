package stemma.factory;

import org.jspecify.annotations.Nullable;

import java.util.BitSet;
import java.util.function.Consumer;

/**
 * Finds a short story in a long one: submissions are dropped, many at a time and then one by one,
 * for as long as the property still fails. Each try happens under a salt of its own.
 */
final class Shrinking {
    private static final int TRIES = 400;
    private final long seed;
    private final int length;
    private final Plant.Claims claims;
    private final Consumer<Plan> property;
    private long salt;
    private int tries;

    Shrinking(long seed, int length, Plant.Claims claims, long salt, Consumer<Plan> property) {
        this.seed = seed;
        this.length = length;
        this.claims = claims;
        this.salt = salt;
        this.property = property;
    }

    /** Returns what fails in the shortest plan found, with the plan in its message. */
    AssertionError shortest(Throwable found) {
        BitSet kept = new BitSet();
        kept.set(0, length);
        Throwable last = found;
        for (int size = length / 2; size >= 1; size /= 2) {
            for (int at = 0; at < length && tries < TRIES; at += size) {
                BitSet fewer = (BitSet) kept.clone();
                fewer.clear(at, Math.min(length, at + size));
                if (fewer.equals(kept)) continue;
                Throwable failure = failure(fewer);
                if (failure == null) continue;
                kept = fewer;
                last = failure;
            }
        }
        String story = Plan.of(seed, salt, length, claims).keeping(kept).text();
        return new AssertionError(
                "seed " + seed + " fails with these events:\n" + story + "\n" + last.getMessage(),
                last);
    }

    private @Nullable Throwable failure(BitSet kept) {
        tries++;
        try {
            property.accept(Plan.of(seed, salt += 2, length, claims).keeping(kept));
            return null;
        } catch (RuntimeException | AssertionError failure) {
            return failure;
        }
    }
}
