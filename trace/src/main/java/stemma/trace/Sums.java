package stemma.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;

/** Adds up units and quantities by a small number, of few numbers or of all up to a bound. */
final class Sums {
    private static final int ALL = -1;

    private final IntMap places;
    private int[] numbers;
    private long[] sums;
    /** Of what was added up by what numbers are of, how many of them each sum has. */
    private final int[] counts;

    private int size;

    private Sums(IntMap places, int[] numbers, int capacity, int counted) {
        this.places = places;
        this.numbers = numbers;
        this.sums = new long[WIDTH * capacity];
        this.counts = new int[counted];
    }

    /** Longs of one sum: units, of which there are some wherever anything was added; quantity. */
    private static final int WIDTH = 2;

    static Sums ofFew() {
        return new Sums(new IntMap(), new int[16], 16, 0);
    }

    static Sums ofAll(int bound) {
        return new Sums(new IntMap(), new int[0], bound, 0);
    }

    void add(int number, long units, long quantity) {
        int at = WIDTH * place(number);
        sums[at] += units;
        sums[at + 1] += quantity;
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

    /** Returns the same by what each number is of; each number counts once. */
    Sums by(IntUnaryOperator of, int bound) {
        Sums by = new Sums(new IntMap(), new int[0], bound, bound);
        int all = places();
        for (int place = 0; place < all; place++) {
            int at = WIDTH * place;
            if (sums[at] == 0) continue;
            int under = of.applyAsInt(number(place));
            by.add(under, sums[at], sums[at + 1]);
            by.counts[under]++;
        }
        return by;
    }

    /**
     * Returns the sums of all numbers to which something was added, each under its key; a number is
     * one, where it is not how many were added up by what they are of.
     */
    List<Totals.Total> totals(IntToLongFunction keys) {
        List<Totals.Total> totals = new ArrayList<>();
        int all = places();
        for (int place = 0; place < all; place++) {
            int at = WIDTH * place;
            if (sums[at] == 0) continue;
            long key = keys.applyAsLong(number(place));
            int count = counts.length == 0 ? 1 : counts[place];
            totals.add(new Totals.Total(key, count, sums[at], sums[at + 1]));
        }
        return totals;
    }

    private int places() {
        return numbers.length == 0 ? sums.length / WIDTH : size;
    }

    private int number(int place) {
        return numbers.length == 0 ? place : numbers[place];
    }
}
