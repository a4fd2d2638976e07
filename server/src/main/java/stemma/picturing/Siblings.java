package stemma.picturing;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds which nodes may stand in one box. First those of one shape, sort and standing that come of
 * the very same nodes and go into the very same; where that leaves too many, those that come of the
 * like and go into the like. What was asked about, and what has a gap, always stands alone.
 */
final class Siblings {
    /** A box of two would hide as much as it saves. */
    static final int FEWEST = 3;

    private final Diagram whole;
    private final List<Set<Integer>> sources;
    private final List<Set<Integer>> outcomes;

    Siblings(Diagram whole) {
        this.whole = whole;
        int size = whole.nodes().size();
        sources = sets(size);
        outcomes = sets(size);
        for (Diagram.Arrow arrow : whole.arrows()) {
            sources.get(arrow.to()).add(arrow.from());
            outcomes.get(arrow.from()).add(arrow.to());
        }
    }

    private static List<Set<Integer>> sets(int size) {
        return java.util.stream.IntStream.range(0, size)
                .<Set<Integer>>mapToObj(_ -> new TreeSet<>())
                .toList();
    }

    /** Returns the class of each node by the very same neighbours. */
    int[] strict() {
        int size = whole.nodes().size();
        int[] self = new int[size];
        Arrays.setAll(self, i -> i);
        return refined(likeness(), self);
    }

    /**
     * Returns the class of each node by like neighbours: those of a class have neighbours of the
     * same classes, looked at so many links away; at most as far as it makes a difference.
     */
    int[] alike(int links) {
        int[] classOf = likeness();
        int count = count(classOf);
        for (int round = 0; round < links; round++) {
            int[] finer = refined(classOf, classOf);
            int now = count(finer);
            if (now == count) break;
            classOf = finer;
            count = now;
        }
        return classOf;
    }

    private int[] likeness() {
        Map<Object, Integer> known = new HashMap<>();
        int[] classOf = new int[whole.nodes().size()];
        for (int i = 0; i < classOf.length; i++) {
            Diagram.Node node = whole.nodes().get(i);
            boolean isAlone = node.isAsked() || !node.gaps().isEmpty() || node.isGroup();
            Object like = isAlone
                    ? i
                    : List.of(
                            node.shape(),
                            node.sort(),
                            node.note(),
                            node.badges(),
                            node.ends().stream().map(Diagram.End::kind).toList());
            classOf[i] = known.computeIfAbsent(like, _ -> known.size());
        }
        return classOf;
    }

    private int[] refined(int[] classOf, int[] neighbour) {
        Map<Object, Integer> known = new HashMap<>();
        int[] finer = new int[classOf.length];
        for (int i = 0; i < classOf.length; i++) {
            Object sign = List.of(
                    classOf[i], of(sources.get(i), neighbour), of(outcomes.get(i), neighbour));
            finer[i] = known.computeIfAbsent(sign, _ -> known.size());
        }
        return finer;
    }

    private static Set<Integer> of(Set<Integer> nodes, int[] classOf) {
        Set<Integer> classes = new TreeSet<>();
        for (int node : nodes) classes.add(classOf[node]);
        return classes;
    }

    static int count(int[] classOf) {
        return (int) Arrays.stream(classOf).distinct().count();
    }

    /**
     * Returns the classes with those parted again into single nodes that have too few, or that a
     * person has opened by the key of their box.
     */
    int[] parted(int[] classOf, Set<String> open) {
        Map<Integer, Integer> sizes = new HashMap<>();
        Map<Integer, Integer> firsts = new HashMap<>();
        for (int i = 0; i < classOf.length; i++) {
            sizes.merge(classOf[i], 1, Integer::sum);
            firsts.putIfAbsent(classOf[i], i);
        }
        int[] parted = new int[classOf.length];
        for (int i = 0; i < classOf.length; i++) {
            int first = firsts.getOrDefault(classOf[i], i);
            boolean isOpen = open.contains("+" + whole.nodes().get(first).key());
            boolean isAlone = isOpen || sizes.getOrDefault(classOf[i], 1) < FEWEST;
            parted[i] = isAlone ? i : first;
        }
        return parted;
    }
}
