package stemma.genealogy;

import java.util.ArrayList;
import java.util.List;

/** What is reached in a graph from some of its cuts: how strongly each node, and from which one. */
record Settled(int[] grades, int[] cameFrom) {
    /** Returns the weakest link of the strongest path to that node, less than 0 for none. */
    int grade(int node) {
        return grades[node];
    }

    boolean reaches(int node) {
        return grades[node] >= 0;
    }

    /** Returns the nodes from where it begins to that one, cuts and makers in turn. */
    List<Integer> path(int node) {
        List<Integer> path = new ArrayList<>();
        for (int at = node; at >= 0; at = cameFrom[at]) path.addFirst(at);
        return path;
    }
}
