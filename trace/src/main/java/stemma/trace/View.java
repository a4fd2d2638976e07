package stemma.trace;

import java.util.function.IntConsumer;

/**
 * The graph as one reader sees it, for as long as it likes. Pools of the base have the lowest
 * numbers, up to {@code firstPools}; where {@code latePools}, there are others above. {@code loops}
 * are the first and the last numbers of each loop of the base, in turn. {@code above} tells of
 * cells of lots that are not one cell which cell they are a part of.
 */
record View(
        Labels labels,
        int nodes,
        int firstPools,
        int[] loops,
        boolean latePools,
        Ways forward,
        Ways backward,
        Ways parted,
        int[] above,
        boolean hasParts,
        boolean hasPartings,
        Shipped shipped) {
    private static final int ONE_CELL = -2;

    Ways ways(Direction direction) {
        return switch (direction) {
            case FORWARD -> forward;
            case BACKWARD -> backward;
        };
    }

    /** Says whether the cell is all of its lot that is known. */
    boolean isOneCell(int cell) {
        return !hasParts || IntMap.get(above, cell, ONE_CELL) == ONE_CELL;
    }

    /** Returns the cell of which it is a part, -1 where it is part of none. */
    int whole(int cell) {
        return hasParts ? Math.max(-1, IntMap.get(above, cell, ONE_CELL)) : -1;
    }

    /** Tells of the cells of lots that are not one cell. */
    void forEachPart(IntConsumer told) {
        IntMap.forEachKey(above, cell -> {
            if (cell < nodes) told.accept(cell);
        });
    }

    /** Returns the node that stands for the lot of a cell. */
    int lotOf(int cell) {
        if (!hasParts) return cell;
        int node = cell;
        int next = IntMap.get(above, node, ONE_CELL);
        for (; next >= 0; next = IntMap.get(above, node, ONE_CELL)) node = next;
        return Cells.isLot(next) ? Cells.lot(next) : node;
    }

    boolean isPool(int node) {
        return node < firstPools || latePools && labels.kind(node) == Labels.POOL;
    }
}
