package stemma.trace;

import java.util.Arrays;

/**
 * What nodes of an answer hold of the roots, by their slots: at least, to be expected, at most. As
 * long as there is no doubt the three are one number, and only that is kept.
 */
final class Held {
    static final int LEAST = 0;
    static final int LIKELY = 1;
    static final int MOST = 2;

    private final double[] likely;
    private double[] least;
    private double[] most;
    /** How much of what is expected stays. */
    private final double[] left;
    /**
     * How much of a lot its makers brought into being; where no lot has parts, until it is left.
     */
    private final double[] born;

    Held(int slots, boolean hasParts) {
        likely = new double[slots];
        least = likely;
        most = likely;
        left = new double[slots];
        born = hasParts ? new double[slots] : left;
    }

    double[] likely() {
        return likely;
    }

    double[] left() {
        return left;
    }

    double[] born() {
        return born;
    }

    /** Says whether at least and at most are kept apart. */
    boolean isDoubtful() {
        return least != likely;
    }

    /** From here on there is doubt. */
    void doubt() {
        if (isDoubtful()) return;
        least = likely.clone();
        most = likely.clone();
    }

    double get(int slot, int what) {
        return numbers(what)[slot];
    }

    void set(int slot, int what, double value) {
        numbers(what)[slot] = value;
    }

    private double[] numbers(int what) {
        return switch (what) {
            case LEAST -> least;
            case MOST -> most;
            default -> likely;
        };
    }

    /** What enters a node for certain. */
    void enter(int slot, double quantity) {
        likely[slot] += quantity;
        if (!isDoubtful()) return;
        least[slot] += quantity;
        most[slot] += quantity;
    }

    /** Adds parts of what one node holds to another. */
    void give(int slot, int to, double ofLeast, double ofLikely, double ofMost) {
        if (ofLeast != ofMost) doubt();
        if (isDoubtful()) {
            least[to] += least[slot] * ofLeast;
            most[to] += most[slot] * ofMost;
        }
        likely[to] += likely[slot] * ofLikely;
    }

    /** Bounds hold what is expected; at most so much, where that is bounded. */
    void settle(int slot, double bound) {
        if (!isDoubtful()) return;
        least[slot] = Math.min(least[slot], likely[slot]);
        most[slot] = Math.max(likely[slot], Math.min(most[slot], bound));
    }

    void clear() {
        least = likely;
        most = likely;
        Arrays.fill(likely, 0);
        Arrays.fill(left, 0);
        Arrays.fill(born, 0);
    }

    Share share(int slot) {
        return new Share(least[slot], likely[slot], most[slot], left[slot]);
    }
}
