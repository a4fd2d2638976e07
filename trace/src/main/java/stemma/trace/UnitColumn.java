package stemma.trace;

import java.util.Arrays;

/**
 * Of a lot of which units left by turns: beside each unit the consignment in which it left. Rows
 * are met as they stand, one after the other in memory, and need not be put in order. What left
 * again is kept apart.
 */
final class UnitColumn {
    private static final int NONE = -1;

    private int[] column = new int[0];
    private int first;
    private int last;
    /** First and last unit and consignment of what left again. */
    private final Ints again = new Ints();

    /** Takes what became of consecutive units. */
    interface Told {
        void shipped(int from, int to, int consignment);

        void kept(int from, int to);
    }

    /** Begins anew: none of the units between these has left. */
    void over(int first, int last) {
        this.first = first;
        this.last = last;
        int units = last - first + 1;
        if (column.length < units) column = new int[units];
        Arrays.fill(column, 0, units, NONE);
        again.clear();
    }

    void left(int from, int to, int consignment) {
        for (int unit = from; unit <= to; unit++) {
            if (column[unit - first] == NONE) column[unit - first] = consignment;
            else again(unit, consignment);
        }
    }

    private void again(int unit, int consignment) {
        int end = again.size();
        boolean goesOn =
                end > 0 && again.get(end - 1) == consignment && again.get(end - 2) == unit - 1;
        if (goesOn) {
            again.set(end - 2, unit);
            return;
        }
        again.add(unit);
        again.add(unit);
        again.add(consignment);
    }

    /** Tells of all units from one to another. */
    void tell(int from, int to, Told told) {
        int end;
        for (long next = from; next <= to; next = end + 1L) {
            int begin = (int) next;
            int in = in(begin);
            end = begin;
            while (end < to && in(end + 1) == in) end++;
            if (in == NONE) told.kept(begin, end);
            else told.shipped(begin, end, in);
        }
        for (int at = 0; at < again.size(); at += 3) {
            int begin = Math.max(from, again.get(at));
            int last = Math.min(to, again.get(at + 1));
            if (begin <= last) told.shipped(begin, last, again.get(at + 2));
        }
    }

    private int in(int unit) {
        return unit < first || unit > last ? NONE : column[unit - first];
    }
}
