package stemma.bench;

/** Numbers drawn by SplitMix64, so that a seed gives the same genealogy everywhere. */
final class Draws {
    private long state;

    Draws(long seed) {
        state = seed;
    }

    private long next() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    /** Returns a whole number from zero, less than n. */
    int below(int n) {
        return (int) ((next() >>> 32) * n >>> 32);
    }

    /** Returns a number from zero, less than one. */
    double share() {
        return (next() >>> 11) * 0x1p-53;
    }
}
