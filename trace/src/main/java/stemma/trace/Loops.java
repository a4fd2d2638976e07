package stemma.trace;

import java.util.Arrays;

/**
 * The nodes of an answer in an order in which each stands behind all that leads to it, and those of
 * one loop, which lead to each other, side by side. Tarjan's algorithm, without recursion; each arc
 * is looked at once.
 */
final class Loops {
    private final Slots slots;
    private final Parting parting;
    private final Ints arcs = new Ints();
    private final Ints found = new Ints();
    private final Ints ends = new Ints();
    private final Ints open = new Ints();
    private final Ints way = new Ints();
    private final int[] begin;
    private final int[] end;
    private final int[] turn;
    private final int[] lowest;
    private int turns;

    private Loops(Slots slots, Parting parting) {
        this.slots = slots;
        this.parting = parting;
        this.begin = new int[slots.count()];
        this.end = new int[slots.count()];
        this.turn = new int[slots.count()];
        this.lowest = new int[slots.count()];
    }

    /** Takes the slots of a loop, or the one of a node that is in none. */
    interface Told {
        void of(int[] loop);
    }

    /** Tells of all loops and single nodes, those that lead to others first. */
    static void forEach(Slots slots, Parting parting, Told told) {
        Loops loops = new Loops(slots, parting);
        for (int slot = 0; slot < slots.count(); slot++)
            if (loops.turn[slot] == 0) loops.search(slot);
        int until = loops.found.size();
        int[] all = loops.found.toArray();
        for (int i = loops.ends.size() - 1; i >= 0; i--) {
            int from = i == 0 ? 0 : loops.ends.get(i - 1);
            told.of(Arrays.copyOfRange(all, from, until));
            until = from;
        }
    }

    private void search(int from) {
        enter(from);
        while (!way.isEmpty()) {
            int slot = way.get(way.size() - 1);
            if (begin[slot] < end[slot]) {
                int to = arcs.get(begin[slot]++);
                if (turn[to] == 0) enter(to);
                else if (turn[to] > 0) lowest[slot] = Math.min(lowest[slot], turn[to]);
                continue;
            }
            way.cutTo(way.size() - 1);
            if (!way.isEmpty()) {
                int before = way.get(way.size() - 1);
                lowest[before] = Math.min(lowest[before], lowest[slot]);
            }
            if (lowest[slot] == turn[slot]) close(slot);
        }
    }

    private void enter(int slot) {
        turn[slot] = ++turns;
        lowest[slot] = turns;
        begin[slot] = arcs.size();
        parting.targets(slot, arcs);
        end[slot] = arcs.size();
        open.add(slot);
        way.add(slot);
    }

    /** All that was opened behind it is of its loop; below zero is what is closed. */
    private void close(int slot) {
        int last;
        do {
            last = open.get(open.size() - 1);
            open.cutTo(open.size() - 1);
            turn[last] = -1;
            found.add(last);
        } while (last != slot);
        ends.add(found.size());
    }
}
