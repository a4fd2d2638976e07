package stemma.picturing;

import stemma.printing.Plate;

import java.util.List;

/** Where everything of a diagram stands: the boxes, the ways of the arrows, the lanes. */
record Placed(
        List<Spot> spots,
        List<List<Plate.Point>> ways,
        List<Lane> lanes,
        double width,
        double height) {
    Placed {
        spots = List.copyOf(spots);
        ways = List.copyOf(ways);
        lanes = List.copyOf(lanes);
    }

    /** A box with its upper left corner, and the number of its lane from the left. */
    record Spot(double x, double y, int lane, Cell cell) {}

    /** A lane: from where to where, what stands in it, and how many. */
    record Lane(double from, double to, String title, String count) {}
}
