package stemma.trace;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.IntConsumer;

/**
 * A map from ints to ints by open addressing, for one writer and any number of readers. A reader
 * takes the {@link #table} once; an entry is written value first and read key first, so that
 * whoever sees a key sees a value it had. Keys are not negative; nothing is ever taken out.
 */
final class IntMap {
    private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(int[].class);
    private static final int SMALLEST = 16;
    private static final Ints UNWATCHED = new Ints(0);

    private int[] table;
    private int size;
    /** The keys that were put since it is watched. */
    private Ints put = UNWATCHED;

    IntMap() {
        this(new int[2 * SMALLEST]);
    }

    private IntMap(int[] table) {
        this.table = table;
    }

    /** Returns keys, each plus one, and values in turn; it never changes its length. */
    int[] table() {
        return table;
    }

    int get(int key, int absent) {
        return get(table, key, absent);
    }

    static int get(int[] table, int key, int absent) {
        int mask = table.length - 2;
        for (int at = slot(key, mask); ; at = at + 2 & mask) {
            int found = (int) CELL.getAcquire(table, at);
            if (found == key + 1) return (int) CELL.getAcquire(table, at + 1);
            if (found == 0) return absent;
        }
    }

    void put(int key, int value) {
        if (put != UNWATCHED) put.add(key);
        if (size * 8 >= table.length * 3) grow();
        if (write(table, key, value)) size++;
    }

    int size() {
        return size;
    }

    static void forEachKey(int[] table, IntConsumer told) {
        for (int at = 0; at < table.length; at += 2) {
            int found = (int) CELL.getAcquire(table, at);
            if (found != 0) told.accept(found - 1);
        }
    }

    /** Returns the same entries, keys and values both being nodes, as these are called now. */
    IntMap renamed(Renaming renaming) {
        IntMap renamed = new IntMap();
        forEach((key, value) -> renamed.put(renaming.of(key), renaming.of(value)));
        return renamed;
    }

    /** Goes on with those, which lack what was put while it was watched; returns how much. */
    int take(IntMap renamed, Renaming renaming) {
        forEachPut((key, value) -> renamed.put(renaming.of(key), renaming.of(value)));
        take(renamed);
        return put.size();
    }

    /** Takes a key and its value. */
    interface Entry {
        void of(int key, int value);
    }

    void forEach(Entry entry) {
        for (int at = 0; at < table.length; at += 2) {
            int found = (int) CELL.getAcquire(table, at);
            if (found != 0) entry.of(found - 1, (int) CELL.getAcquire(table, at + 1));
        }
    }

    /** Remembers, from here on, which keys are put; or forgets it. */
    void watch(boolean isToBe) {
        put = isToBe ? new Ints() : UNWATCHED;
    }

    /** Tells of what was put since it is watched, with the value it has now. */
    void forEachPut(Entry entry) {
        for (int i = 0; i < put.size(); i++) entry.of(put.get(i), get(put.get(i), 0));
    }

    /** Returns how often anything was put since it is watched. */
    int timesPut() {
        return put.size();
    }

    /** Goes on with what another has, which is not used further. */
    void take(IntMap other) {
        table = other.table;
        size = other.size;
    }

    void save(Parts parts) {
        parts.copied(table);
        parts.numbers(size);
    }

    static IntMap load(Parts parts) {
        IntMap map = new IntMap();
        map.table = parts.ints();
        map.size = parts.ints()[0];
        return map;
    }

    /** Goes on in a table of its own; whoever reads in the old one sees nothing further. */
    void part() {
        table = table.clone();
    }

    /** Returns the entries there are now, while this one goes on. */
    IntMap seen() {
        IntMap seen = new IntMap(table);
        seen.size = size;
        return seen;
    }

    long bytes() {
        return 4L * table.length;
    }

    private static boolean write(int[] table, int key, int value) {
        int mask = table.length - 2;
        int at = slot(key, mask);
        while (table[at] != 0 && table[at] != key + 1) at = at + 2 & mask;
        boolean isNew = table[at] == 0;
        CELL.setRelease(table, at + 1, value);
        CELL.setRelease(table, at, key + 1);
        return isNew;
    }

    private void grow() {
        int[] larger = new int[table.length * 2];
        for (int at = 0; at < table.length; at += 2) {
            if (table[at] != 0) write(larger, table[at] - 1, table[at + 1]);
        }
        table = larger;
    }

    private static int slot(int key, int mask) {
        int mixed = key * 0x9E3779B9;
        return (mixed ^ mixed >>> 15) << 1 & mask;
    }
}
