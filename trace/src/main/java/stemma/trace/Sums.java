package stemma.trace;

import java.util.Arrays;

/** Adds up units and quantities by a small number, of few numbers or of all up to a bound. */
final class Sums {
    private static final int ALL = -1;

    private final IntMap places;
    private int[] numbers;
    private long[] sums;
    private int size;

    private Sums(IntMap places, int[] numbers, int capacity) {
        this.places = places;
        this.numbers = numbers;
        this.sums = new long[WIDTH * capacity];
    }

    /** Longs of one sum: how many were added, units, quantity. */
    private static final int WIDTH = 3;

    static Sums ofFew() {
        return new Sums(new IntMap(), new int[16], 16);
    }

    static Sums ofAll(int bound) {
        return new Sums(new IntMap(), new int[0], bound);
    }

    void add(int number, long times, long units, long quantity) {
        int at = WIDTH * place(number);
        sums[at] += times;
        sums[at + 1] += units;
        sums[at + 2] += quantity;
    }

    private int place(int number) {
        if (numbers.length == 0) return number;
        int known = places.get(number, ALL);
        if (known >= 0) return known;
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
            sums = Arrays.copyOf(sums, sums.length * 2);
        }
        places.put(number, size);
        numbers[size] = number;
        return size++;
    }

    /** Takes a sum. */
    interface Sum {
        void of(int number, long times, long units, long quantity);
    }

    /** Tells of each number to which something was added. */
    void forEach(Sum told) {
        int all = numbers.length == 0 ? sums.length / WIDTH : size;
        for (int place = 0; place < all; place++) {
            int at = WIDTH * place;
            if (sums[at] == 0) continue;
            told.of(
                    numbers.length == 0 ? place : numbers[place],
                    sums[at],
                    sums[at + 1],
                    sums[at + 2]);
        }
    }
}
