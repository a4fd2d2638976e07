package stemma.trace;

/** The numbers that a merge gives to the nodes of its view; what was made since keeps its own. */
record Renaming(int[] numbers) {

    int of(int node) {
        return node < numbers.length ? numbers[node] : node;
    }

    /** Says whether the node was there when the view was taken. */
    boolean has(int node) {
        return node < numbers.length;
    }
}
