package stemma.trace;

import java.util.Arrays;
import java.util.BitSet;

/**
 * What circulates in a loop: which fraction of what is in one node goes on to another. What is in
 * each node is what entered it and what comes around; the equations are solved by elimination where
 * they are few, which needs no search for pivots since no more leaves a node than is in it, and
 * else by rounds, as many as a bound allows: a large loop that hardly anything leaves may reach it.
 */
final class Circulation {
    /** Up to here a loop is solved by elimination. */
    private static final int SMALL = 1_000;

    private static final int MOST_ROUNDS = 20_000;
    private static final double SETTLED = 1e-14;
    /** Where less than this leaves a node, nothing does. */
    private static final double NOTHING = 1e-12;

    private final int nodes;
    private final int[] cells;
    private final BitSet isCell = new BitSet();
    private final Ints from = new Ints();
    private final Ints to = new Ints();
    private double[] parts = new double[16];
    private final double[] stays;
    private double trapped;

    /** Takes how many nodes there are, and which are cells of lots, wholes before their parts. */
    Circulation(int nodes, int[] cells) {
        this.nodes = nodes;
        this.cells = cells;
        for (int cell : cells) isCell.set(cell);
        this.stays = new double[nodes];
        Arrays.fill(stays, 1);
    }

    /** That fraction of what is in the first goes to the second, within the loop. */
    void add(int first, int second, double part) {
        if (part == 0) return;
        if (from.size() == parts.length) parts = Arrays.copyOf(parts, parts.length * 2);
        parts[from.size()] = part;
        from.add(first);
        to.add(second);
        stays[first] -= part;
    }

    /** Returns how much entered nodes that nothing leaves, at the last solving. */
    double trapped() {
        return trapped;
    }

    /**
     * Turns what entered each node from outside into what is in it. Where nothing comes out of
     * nodes that lead to each other, each run of them holds all that enters them, and each lot what
     * enters it and what these runs hand on to it.
     */
    void solve(double[] held) {
        BitSet closed = closed();
        if (nodes <= SMALL) eliminate(held, closed);
        else rounds(held, closed);
        trapped = 0;
        if (closed.isEmpty()) return;
        fill(held, closed);
    }

    private void fill(double[] held, BitSet closed) {
        double[] entering = held.clone();
        for (int arc = 0; arc < from.size(); arc++)
            if (!closed.get(from.get(arc)) && closed.get(to.get(arc)))
                entering[to.get(arc)] += held[from.get(arc)] * parts[arc];
        closed.stream().forEach(i -> {
            trapped += entering[i];
            held[i] = isCell.get(i)
                    ? entering[i]
                    : reached(i, to, from).stream()
                            .mapToDouble(j -> entering[j])
                            .sum();
        });
        closed.stream().filter(i -> !isCell.get(i)).forEach(i -> handOnToCells(i, held));
        for (int cell : cells) if (closed.get(cell)) handOnToCells(cell, held);
    }

    private void handOnToCells(int node, double[] held) {
        for (int arc = 0; arc < from.size(); arc++)
            if (from.get(arc) == node && isCell.get(to.get(arc)))
                held[to.get(arc)] += held[node] * parts[arc];
    }

    /** Returns the nodes of circles that nothing leaves. */
    private BitSet closed() {
        BitSet leaky = new BitSet(nodes);
        for (int i = 0; i < nodes; i++) if (stays[i] > NOTHING) leaky.set(i);
        BitSet escaping = (BitSet) leaky.clone();
        for (boolean isNew = true; isNew; ) {
            isNew = false;
            for (int arc = 0; arc < from.size(); arc++) {
                if (!escaping.get(to.get(arc)) || escaping.get(from.get(arc))) continue;
                escaping.set(from.get(arc));
                isNew = true;
            }
        }
        BitSet closed = new BitSet(nodes);
        for (int i = escaping.nextClearBit(0); i < nodes; i = escaping.nextClearBit(i + 1)) {
            int node = i;
            boolean isBack = reached(i, to, from).stream()
                    .allMatch(other -> reached(other, to, from).get(node));
            if (isBack) closed.set(i);
        }
        return closed;
    }

    /** Returns the node and all that it leads to, along these arcs. */
    private BitSet reached(int node, Ints onto, Ints outOf) {
        BitSet reached = new BitSet(nodes);
        reached.set(node);
        for (boolean isNew = true; isNew; ) {
            isNew = false;
            for (int arc = 0; arc < outOf.size(); arc++) {
                if (!reached.get(outOf.get(arc)) || reached.get(onto.get(arc))) continue;
                reached.set(onto.get(arc));
                isNew = true;
            }
        }
        return reached;
    }

    private void eliminate(double[] held, BitSet closed) {
        double[][] rows = new double[nodes][nodes];
        for (int i = 0; i < nodes; i++) rows[i][i] = 1;
        for (int arc = 0; arc < from.size(); arc++)
            if (!closed.get(from.get(arc)) && !closed.get(to.get(arc)))
                rows[to.get(arc)][from.get(arc)] -= parts[arc];
        for (int pivot = 0; pivot < nodes; pivot++) {
            for (int row = pivot + 1; row < nodes; row++) {
                if (rows[row][pivot] == 0) continue;
                double factor = rows[row][pivot] / rows[pivot][pivot];
                for (int i = pivot; i < nodes; i++) rows[row][i] -= factor * rows[pivot][i];
                held[row] -= factor * held[pivot];
            }
        }
        for (int row = nodes - 1; row >= 0; row--) {
            for (int i = row + 1; i < nodes; i++) held[row] -= rows[row][i] * held[i];
            held[row] /= rows[row][row];
        }
    }

    private void rounds(double[] held, BitSet closed) {
        double[] moving = held.clone();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double[] next = new double[nodes];
            for (int arc = 0; arc < from.size(); arc++)
                if (!closed.get(from.get(arc)) && !closed.get(to.get(arc)))
                    next[to.get(arc)] += moving[from.get(arc)] * parts[arc];
            double most = 0;
            for (int i = 0; i < nodes; i++) {
                held[i] += next[i];
                most = Math.max(most, next[i] - SETTLED * held[i]);
            }
            if (most <= 0) return;
            moving = next;
        }
    }
}
