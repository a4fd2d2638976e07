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

    void add(int number, long units, long quantity) {
        int at = WIDTH * place(number);
        sums[at]++;
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

    /** Returns the same by what each number is of; each number counts once. */
    Sums by(IntUnaryOperator of, int bound) {
        Sums by = ofAll(bound);
        int all = places();
        for (int place = 0; place < all; place++) {
            int at = WIDTH * place;
            if (sums[at] != 0) by.add(of.applyAsInt(number(place)), sums[at + 1], sums[at + 2]);
        }
        return by;
    }

    /** Returns the sums of all numbers to which something was added, each under its key. */
    List<Totals.Total> totals(IntToLongFunction keys) {
        List<Totals.Total> totals = new ArrayList<>();
        int all = places();
        for (int place = 0; place < all; place++) {
            int at = WIDTH * place;
            if (sums[at] == 0) continue;
            long key = keys.applyAsLong(number(place));
            totals.add(new Totals.Total(key, (int) sums[at], sums[at + 1], sums[at + 2]));
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
