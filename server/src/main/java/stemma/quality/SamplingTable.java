package stemma.quality;

import java.util.List;

/**
 * Single sampling by attributes under normal inspection (the figures of ISO 2859-1): from the size
 * of a lot, a level and an acceptance quality limit follow how many units are looked at, up to how
 * many of them may be bad, and from how many on the lot is not accepted.
 */
public final class SamplingTable {
    /** The limits in percent that have plans here, the closest first. */
    public static final List<String> LIMITS = List.of(
            "0.010", "0.015", "0.025", "0.040", "0.065", "0.10", "0.15", "0.25", "0.40", "0.65",
            "1.0", "1.5", "2.5", "4.0", "6.5", "10");

    /** In the order of the sizes of samples. */
    private static final String LETTERS = "ABCDEFGHJKLMNPQR";

    private static final int[] SAMPLES = {
        2, 3, 5, 8, 13, 20, 32, 50, 80, 125, 200, 315, 500, 800, 1250, 2000
    };

    /** Up to which size a lot is in a row of the table of letters; the last row has no end. */
    private static final int[] LOTS = {
        8, 15, 25, 50, 90, 150, 280, 500, 1_200, 3_200, 10_000, 35_000, 150_000, 500_000
    };

    /** An arrow to the plan before, and one to the plan behind. */
    private static final int UP = -1;

    private static final int DOWN = -2;

    /** What may be bad from letter to letter, beginning where the first plan of a limit is. */
    private static final int[] ACCEPTED = {0, UP, DOWN, 1, 2, 3, 5, 7, 10, 14, 21};

    private SamplingTable() {}

    /** How closely is looked: the general levels, and the special ones for small samples. */
    public enum Level {
        S1("S-1", "AAAABBBBCCCCDDD"),
        S2("S-2", "AAABBBCCCDDDEEE"),
        S3("S-3", "AABBCCDDEEFFGGH"),
        S4("S-4", "AABCCDEEFGGHJJK"),
        I("I", "AABCCDEFGHJKLMN"),
        II("II", "ABCDEFGHJKLMNPQ"),
        III("III", "BCDEFGHJKLMNPQR");

        private final String words;
        private final String letters;

        Level(String words, String letters) {
            this.words = words;
            this.letters = letters;
        }

        /** Returns how it is written, such as {@code S-3}. */
        public String words() {
            return words;
        }
    }

    /**
     * How a lot is sampled: the letter of the plan, how many units are looked at (all of a lot that
     * is smaller), how many of them at most may be bad; one more and it is not accepted.
     */
    public record Plan(char letter, int samples, int accepted) {
        public int rejected() {
            return accepted + 1;
        }
    }

    /** Returns the plan for a lot of so many units; the limit is one of {@link #LIMITS}. */
    public static Plan plan(Level level, String limit, long lot) {
        if (!LIMITS.contains(limit)) throw new IllegalArgumentException("no limit " + limit);
        int first = LIMITS.size() - 2 - LIMITS.indexOf(limit);
        int row = 0;
        while (row < LOTS.length && lot > LOTS[row]) row++;
        int letter = LETTERS.indexOf(level.letters.charAt(row));
        // The arrows of a column lead one way from a cell to its plan, so this ends.
        while (accepted(letter, first) < 0) letter += accepted(letter, first) == UP ? -1 : 1;
        int samples = (int) Math.min(SAMPLES[letter], Math.max(lot, 1));
        return new Plan(LETTERS.charAt(letter), samples, accepted(letter, first));
    }

    /**
     * Before the first plan of a limit the arrows go down to it, behind the last one up; where the
     * table ends between two plans they go to the one that there is.
     */
    private static int accepted(int letter, int first) {
        int at = letter - first;
        if (at < 0) return DOWN;
        if (at >= ACCEPTED.length) return UP;
        boolean hasNoneBefore = first < 0 && ACCEPTED[at] == UP;
        boolean hasNoneBehind = letter == LETTERS.length() - 1 && ACCEPTED[at] == DOWN;
        if (hasNoneBefore) return DOWN;
        return hasNoneBehind ? UP : ACCEPTED[at];
    }
}
