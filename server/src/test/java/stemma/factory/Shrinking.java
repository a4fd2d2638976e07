package stemma.factory;

import org.jspecify.annotations.Nullable;

import stemma.scenario.Scenarios;
import stemma.scenario.TestPlants;

import java.util.BitSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Finds a short story in a long one: submissions are dropped, many at a time and then one by one,
 * for as long as the property still fails. Each try happens under a salt of its own. The story is
 * told as a scenario, with the answers that the product gives.
 */
final class Shrinking {
    private static final int TRIES = 400;
    private final Story story;
    private final Consumer<Plan> property;
    private final UnaryOperator<Plan> standing;
    private BitSet kept = new BitSet();
    private @Nullable Throwable failure;
    private long salt;
    private int tries;

    /** What was made up: from which seed, how long, of which claims. */
    record Story(long seed, int length, Plant.Claims claims) {
        Plan plan(long salt) {
            return Plan.of(seed, salt, length, claims);
        }
    }

    /** What fails, and the shortest story found in which it does. */
    record Shortest(Throwable failure, String scenario) {
        AssertionError of(Story story) {
            return new AssertionError(
                    "seed " + story.seed() + " fails with this scenario:\n\n" + scenario + "\n"
                            + failure.getMessage(),
                    failure);
        }
    }

    /** Takes a property, the first salt that is free, and what leaves of a plan what stands. */
    Shrinking(Story story, long free, Consumer<Plan> property, UnaryOperator<Plan> standing) {
        this.story = story;
        this.salt = free;
        this.property = property;
        this.standing = standing;
    }

    Shortest shortest(Throwable found) {
        kept.set(0, story.length());
        failure = found;
        for (int size = story.length() / 2; size > 1; size /= 2) drop(size);
        int before;
        do {
            before = kept.cardinality();
            drop(1);
        } while (kept.cardinality() < before);
        Plan plan = standing.apply(story.plan(salt += 2).keeping(kept));
        return new Shortest(failure, answered(Retelling.of(plan)));
    }

    /** Drops each stretch of that size without which the property still fails. */
    private void drop(int size) {
        for (int at = 0; at < story.length() && tries < TRIES; at += size) {
            BitSet fewer = (BitSet) kept.clone();
            fewer.clear(at, Math.min(story.length(), at + size));
            Throwable still = fewer.equals(kept) ? null : failure(fewer);
            if (still == null) continue;
            kept = fewer;
            failure = still;
        }
    }

    private static String answered(String scenario) {
        return new Scenarios(TestPlants::fresh).run("made-up", scenario).text();
    }

    private @Nullable Throwable failure(BitSet kept) {
        tries++;
        try {
            property.accept(story.plan(salt += 2).keeping(kept));
            return null;
        } catch (RuntimeException | AssertionError failure) {
            return failure;
        }
    }
}
