package stemma.trace;

/** Numbers that wait, of which the lowest is taken first: bits, and bits that tell of words. */
final class Waiting {
    private final long[][] levels;

    Waiting(int numbers) {
        int depth = 1;
        for (int words = (numbers >>> 6) + 1; words > 1; words = (words + 63) >>> 6) depth++;
        levels = new long[depth][];
        int words = (numbers >>> 6) + 1;
        for (int level = 0; level < depth; level++, words = (words + 63) >>> 6)
            levels[level] = new long[words];
    }

    void add(int number) {
        int at = number;
        for (long[] level : levels) {
            level[at >>> 6] |= 1L << at;
            at >>>= 6;
        }
    }

    /** Takes out the lowest number that waits, -1 where none does. */
    int takeLowest() {
        int top = levels.length - 1;
        if (levels[top][0] == 0) return -1;
        int at = 0;
        for (int level = top; level >= 0; level--)
            at = at << 6 | Long.numberOfTrailingZeros(levels[level][at]);
        remove(at);
        return at;
    }

    void remove(int number) {
        int at = number;
        for (long[] level : levels) {
            level[at >>> 6] &= ~(1L << at);
            if (level[at >>> 6] != 0) return;
            at >>>= 6;
        }
    }
}
