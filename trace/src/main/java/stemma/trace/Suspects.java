package stemma.trace;

import java.util.ArrayList;
import java.util.List;

/**
 * Up to sixty-four questions walked at once: each node has a bit for each of them. Nodes whose bits
 * have changed wait in a bitmap and are taken in the order of their numbers, in the direction of
 * the walk; one that gets a bit again behind the walk takes it back there. Bits are only ever
 * added, so it ends. What is reached only through pools is not told apart. Used again for the next
 * questions, as {@link Reach} is: what it holds is as long as the graph.
 */
final class Suspects {
    private View view;
    private Direction direction;
    private Ways ways;
    private long[] masks;
    private long[] waiting;
    private final Ints targets = new Ints();
    private int turn;

    Suspects(View view) {
        this.view = view;
        this.direction = Direction.FORWARD;
        this.ways = view.forward();
        this.masks = new long[view.nodes()];
        this.waiting = new long[(view.nodes() >>> 6) + 1];
    }

    /** Makes it ready for questions on that view. */
    Suspects over(View asked, Direction asks) {
        view = asked;
        direction = asks;
        ways = asked.ways(asks);
        turn = 0;
        if (masks.length >= asked.nodes()) return this;
        masks = new long[asked.nodes() + asked.nodes() / 8];
        waiting = new long[(masks.length >>> 6) + 1];
        return this;
    }

    /** Takes a node in for these questions. */
    void add(int node, long mask) {
        if ((masks[node] | mask) == masks[node]) return;
        masks[node] |= mask;
        waiting[node >>> 6] |= 1L << node;
        turn = direction == Direction.FORWARD
                ? Math.min(turn, node >>> 6)
                : Math.max(turn, node >>> 6);
    }

    void walk() {
        switch (direction) {
            case FORWARD -> upward();
            case BACKWARD -> downward();
        }
    }

    private void upward() {
        for (int word = 0; word < waiting.length; word = turn) {
            turn = word;
            long left = waiting[word];
            if (left == 0) turn++;
            else follow(word, Long.numberOfTrailingZeros(left));
        }
    }

    private void downward() {
        for (int word = waiting.length - 1; word >= 0; word = turn) {
            turn = word;
            long left = waiting[word];
            if (left == 0) turn--;
            else follow(word, 63 - Long.numberOfLeadingZeros(left));
        }
    }

    private void follow(int word, int bit) {
        waiting[word] &= ~(1L << bit);
        int node = word << 6 | bit;
        long mask = masks[node];
        if (!ways.isPlain(node)) {
            targets.clear();
            ways.collect(node, targets);
            for (int i = 0; i < targets.size(); i++) add(targets.get(i), mask);
            return;
        }
        int end = ways.start()[node + 1];
        int[] to = ways.to();
        for (int at = ways.start()[node]; at < end; at++) add(to[at], mask);
    }

    /** Adds the siblings of everything reached, which are reached but not followed. */
    void siblings(List<Walk.Roots> roots) {
        if (!view.hasPartings()) return;
        Ints parted = new Ints();
        for (int node = 0; node < masks.length; node++)
            if (masks[node] != 0 && !isUnparted(node)) parted.add(node);
        for (int question = 0; question < roots.size(); question++) {
            Ints partly = roots.get(question).partly();
            for (int i = 0; i < partly.size(); i++) partings(partly.get(i), 1L << question, parted);
        }
        for (int i = 0; i < parted.size(); i++)
            partings(parted.get(i), masks[parted.get(i)], parted);
    }

    private void partings(int node, long mask, Ints parted) {
        Ints runs = new Ints();
        view.parted().collect(node, runs);
        for (int i = 0; i < runs.size(); i++) outputs(runs.get(i), mask, parted);
    }

    private boolean isUnparted(int node) {
        return node < view.parted().base() && view.parted().isPlain(node);
    }

    private void outputs(int run, long mask, Ints parted) {
        targets.clear();
        view.forward().collect(run, targets);
        Ints reached = new Ints();
        for (int i = 0; i < targets.size(); i++)
            if (view.labels().isCell(targets.get(i))) reached.add(targets.get(i));
        for (int i = 0; i < reached.size(); i++) {
            int cell = reached.get(i);
            if ((masks[cell] | mask) == masks[cell]) continue;
            masks[cell] |= mask;
            parted.add(cell);
            targets.clear();
            view.forward().collect(cell, targets);
            for (int at = 0; at < targets.size(); at++) {
                int target = targets.get(at);
                boolean isOfTheLot =
                        view.labels().isCell(target) || view.labels().kind(target) == Labels.ANCHOR;
                if (isOfTheLot) reached.add(target);
            }
        }
    }

    /** Returns what each question reached and where it had begun, and forgets the questions. */
    List<Reached> reached(List<Walk.Roots> roots, List<NodeSet> begun) {
        List<Ints> nodes = new ArrayList<>();
        for (int i = 0; i < roots.size(); i++) nodes.add(new Ints());
        for (int node = 0; node < masks.length; node++) {
            for (long left = masks[node]; left != 0; left &= left - 1)
                nodes.get(Long.numberOfTrailingZeros(left)).add(node);
            masks[node] = 0;
        }
        List<Reached> all = new ArrayList<>();
        for (int i = 0; i < roots.size(); i++) {
            NodeSet set = NodeSet.of(nodes.get(i).toArray());
            all.add(new Reached(view, direction, set, set, roots.get(i), begun.get(i)));
        }
        return all;
    }
}
