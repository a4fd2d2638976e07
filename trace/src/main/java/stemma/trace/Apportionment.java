package stemma.trace;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Apportions what is in the roots over an answer, in an order in which what leads to a node comes
 * before it: mostly that of the numbers, else that of {@link Loops}. What is expected in a loop is
 * solved exactly; see decision 132.
 */
final class Apportionment {
    private static final int[] NO_LOOP = {};

    private final View view;
    private final Slots slots;
    private final Births births;
    private final Parting parting;
    private final Straight straight;
    private final double total;
    private final Sources sources;
    private final Held held;
    private double circling;

    /** Takes what the question reached, and what of the roots enters where. */
    Apportionment(
            View view, Slots slots, Births births, Parting parting, Sources sources, Held held) {
        this.view = view;
        this.slots = slots;
        this.births = births;
        this.parting = parting;
        this.sources = sources;
        this.held = held;
        this.total = sources.total();
        this.straight = new Straight(view, slots, births, held);
    }

    void run() {
        begin();
        if (inOrderOfNumbers()) return;
        births.clear();
        held.clear();
        begin();
        Loops.forEach(slots.count(), parting::targets, (all, from, until) -> {
            if (until - from > 1) loop(Arrays.copyOfRange(all, from, until));
            else if (slots.has(all[from])) single(all[from]);
        });
    }

    /** Returns what is expected in loops that nothing leaves. */
    double circling() {
        return circling;
    }

    private void begin() {
        circling = 0;
        sources.forEach(held::enter);
    }

    /** Says no where something leads back, which may be a loop; then it begins anew. */
    private boolean inOrderOfNumbers() {
        int[] loops = view.loops();
        int at = 0;
        for (int slot = 0; slot < slots.count(); ) {
            if (!slots.has(slot)) {
                slot++;
                continue;
            }
            while (at < loops.length && loops[at + 1] < slots.node(slot)) at += 2;
            if (at < loops.length && loops[at] <= slots.node(slot)) {
                int begin = slot;
                while (slot < slots.count() && slots.node(slot) <= loops[at + 1]) slot++;
                if (!row(begin, slot)) return false;
                continue;
            }
            settle(slot);
            if (!straight.handOn(slot) && !handOnAhead(slot)) return false;
            slot++;
        }
        return true;
    }

    /**
     * A row of nodes that were a loop when the base was made; says no where one leads before it.
     */
    private boolean row(int begin, int end) {
        int[] first = {begin};
        Ints targets = new Ints();
        Loops.Next within = (i, into) -> {
            targets.clear();
            parting.targets(begin + i, targets);
            for (int t = 0; t < targets.size(); t++) {
                int to = targets.get(t);
                first[0] = Math.min(first[0], to);
                if (begin <= to && to < end) into.add(to - begin);
            }
        };
        Loops.forEach(end - begin, within, (all, from, until) -> {
            int[] loop = Arrays.copyOfRange(all, from, until);
            for (int i = 0; i < loop.length; i++) loop[i] += begin;
            if (loop.length > 1) loop(loop);
            else if (slots.has(loop[0])) single(loop[0]);
        });
        return first[0] == begin;
    }

    /** Says no where something leads back. */
    private boolean handOnAhead(int slot) {
        parting.of(slot);
        for (int i = 0; i < parting.count(); i++) if (parting.to(i) <= slot) return false;
        handOn(slot, NO_LOOP);
        parting.births(slot);
        return true;
    }

    private void single(int slot) {
        settle(slot);
        parting.of(slot);
        handOn(slot, NO_LOOP);
        parting.births(slot);
    }

    /**
     * No run or vessel holds more than there is, and bounds hold what is expected. Units are not
     * bounded here: what is said of some must not depend on how many are told together.
     */
    private void settle(int slot) {
        if (held.isDoubtful()) held.settle(slot, parting.isCell(slot) ? Double.MAX_VALUE : total);
    }

    /** Hands on what is in a node, except to those of its own loop. */
    private void handOn(int slot, int[] loop) {
        held.left()[slot] = held.get(slot, Held.LIKELY) * parting.kept();
        for (int i = 0; i < parting.count(); i++) {
            int to = parting.to(i);
            if (loop.length > 0 && Arrays.binarySearch(loop, to) >= 0) continue;
            held.give(slot, to, parting.least(i), parting.likely(i), parting.most(i));
        }
    }

    private void loop(int[] unordered) {
        int[] loop = unordered.clone();
        Arrays.sort(loop);
        for (int slot : loop) parting.births(slot);
        int[] cells = IntStream.range(0, loop.length)
                .filter(i -> parting.isCell(loop[i]))
                .boxed()
                .sorted(Comparator.comparingLong(i -> -parting.units(loop[i])))
                .mapToInt(Integer::intValue)
                .toArray();
        Circulation atLeast = new Circulation(loop.length, cells);
        Circulation expected = new Circulation(loop.length, cells);
        boolean isExact = true;
        for (int from = 0; from < loop.length; from++) {
            parting.of(loop[from]);
            for (int i = 0; i < parting.count(); i++) {
                int to = Arrays.binarySearch(loop, parting.to(i));
                if (to < 0) continue;
                atLeast.add(from, to, parting.least(i));
                expected.add(from, to, parting.likely(i));
                isExact &= parting.least(i) == parting.most(i);
            }
        }
        if (!isExact) held.doubt();
        if (held.isDoubtful()) {
            solve(loop, atLeast, Held.LEAST);
            if (isExact) solve(loop, expected, Held.MOST);
        }
        solve(loop, expected, Held.LIKELY);
        circling += expected.trapped();
        if (!isExact) bound(loop, cells);
        for (int slot : loop) {
            settle(slot);
            parting.of(slot);
            handOn(slot, loop);
        }
    }

    /** Where it is not known how much comes around, each run may hold all there is. */
    private void bound(int[] loop, int[] cells) {
        for (int slot : loop) if (!parting.isCell(slot)) bound(slot, loop);
        for (int cell : cells) handOnMost(loop[cell], loop);
    }

    private void bound(int slot, int[] loop) {
        held.set(slot, Held.MOST, Math.max(total, held.get(slot, Held.LIKELY)));
        handOnMost(slot, loop);
    }

    /** Hands on, to units of the loop alone, what may be in them; wholes before their parts. */
    private void handOnMost(int slot, int[] loop) {
        parting.of(slot);
        for (int i = 0; i < parting.count(); i++) {
            int to = parting.to(i);
            if (parting.isCell(to) && Arrays.binarySearch(loop, to) >= 0)
                held.give(slot, to, 0, 0, parting.most(i));
        }
    }

    private void solve(int[] loop, Circulation circulation, int what) {
        double[] entered = new double[loop.length];
        for (int i = 0; i < loop.length; i++) entered[i] = held.get(loop[i], what);
        circulation.solve(entered);
        for (int i = 0; i < loop.length; i++) held.set(loop[i], what, entered[i]);
    }
}
