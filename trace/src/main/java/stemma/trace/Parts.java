package stemma.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Arrays of numbers in a fixed order, of which a snapshot is made and an index made again. What
 * goes on changing is copied when it is put in; what does not is kept as it is.
 */
final class Parts {
    private final List<Object> arrays = new ArrayList<>();
    private final List<Integer> lengths = new ArrayList<>();
    private int next;

    void fixed(byte[] array, int length) {
        put(array, length);
    }

    void fixed(int[] array, int length) {
        put(array, length);
    }

    void fixed(long[] array, int length) {
        put(array, length);
    }

    void copied(int[] array) {
        put(array.clone(), array.length);
    }

    void copied(Ints list) {
        put(Arrays.copyOf(list.toArray(), list.size()), list.size());
    }

    void numbers(int... numbers) {
        put(numbers, numbers.length);
    }

    void put(Object array, int length) {
        arrays.add(array);
        lengths.add(length);
    }

    int size() {
        return arrays.size();
    }

    Object array(int part) {
        return arrays.get(part);
    }

    int length(int part) {
        return lengths.get(part);
    }

    /** Takes the next part out, in the order in which they were put in. */
    int[] ints() {
        return (int[]) arrays.get(next++);
    }

    long[] longs() {
        return (long[]) arrays.get(next++);
    }

    byte[] bytes() {
        return (byte[]) arrays.get(next++);
    }

    Ints list() {
        int[] values = ints();
        Ints list = new Ints(values.length);
        for (int value : values) list.add(value);
        return list;
    }
}
