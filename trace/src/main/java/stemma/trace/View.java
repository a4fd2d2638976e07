package stemma.trace;

/**
 * The graph as one reader sees it, for as long as it likes. Pools of the base have the lowest
 * numbers, up to {@code firstPools}; where {@code latePools}, there are others above. {@code above}
 * tells of cells of lots that are not one cell which cell they are a part of.
 */
record View(
        Labels labels,
        int nodes,
        int firstPools,
        boolean latePools,
        Ways forward,
        Ways backward,
        Ways parted,
        int[] above,
        boolean hasParts,
        boolean hasPartings) {

    Ways ways(Direction direction) {
        return switch (direction) {
            case FORWARD -> forward;
            case BACKWARD -> backward;
        };
    }

    boolean isPool(int node) {
        return node < firstPools || latePools && labels.kind(node) == Labels.POOL;
    }
}
