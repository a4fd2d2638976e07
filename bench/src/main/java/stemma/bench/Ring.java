package stemma.bench;

/** The last lots of a family and level, from which inputs are drawn. */
final class Ring {
    private static final int SIZE = 256;

    private final int[] lots = new int[SIZE];
    private int added;

    void add(int lot) {
        lots[added++ % SIZE] = lot;
    }

    int pick(Draws draws) {
        return lots[draws.below(Math.min(SIZE, added))];
    }

    boolean isEmpty() {
        return added == 0;
    }

    int added() {
        return added;
    }
}
