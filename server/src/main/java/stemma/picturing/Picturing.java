package stemma.picturing;

import stemma.printing.Plate;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The entry to the room: draws a diagram. Up to {@value #FEW} nodes each is a box of its own; up to
 * {@value #MOST} siblings stand together, and one group or several may be opened; beyond, the
 * picture is the flow by item. Places found are kept by what was to be placed, so that they are
 * never stale.
 */
public final class Picturing {
    /** Up to so many nodes, each is drawn by itself. */
    public static final int FEW = 60;
    /** No picture ever has more boxes. */
    public static final int MOST = 2_000;

    private static final int KEPT = 64;

    private final Map<Diagram, Placed> places = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Diagram, Placed> eldest) {
            return size() > KEPT;
        }
    };

    /** Returns how closely so many nodes are drawn. */
    public static Detail detail(int nodes) {
        if (nodes <= FEW) return Detail.ALL;
        return nodes <= MOST ? Detail.GROUPS : Detail.FLOW;
    }

    /** Returns which boxes are drawn; groups whose key is in {@code open} are told apart. */
    public static Drawn drawn(Diagram whole, Set<String> open) {
        int size = whole.nodes().size();
        int[] each = new int[size];
        Arrays.setAll(each, i -> i);
        return switch (detail(size)) {
            case ALL -> Merging.of(whole, each, Detail.ALL);
            case GROUPS -> groups(whole, open);
            case FLOW -> Flow.of(whole);
        };
    }

    /** Looks no farther for a likeness than it must, but always at what is next to a node. */
    private static Drawn groups(Diagram whole, Set<String> open) {
        Siblings siblings = new Siblings(whole);
        int[] classOf = siblings.strict();
        for (int links : new int[] {whole.nodes().size(), 3, 2, 1}) {
            if (Siblings.count(siblings.parted(classOf, Set.of())) <= FEW) break;
            classOf = siblings.alike(links);
        }
        return Merging.of(whole, siblings.parted(classOf, open), Detail.GROUPS);
    }

    /** Draws what is to be drawn, below the lines of a caption, if any. */
    public Plate plate(Drawn drawn, String says, List<CaptionLine> caption) {
        return Painter.plate(drawn, placed(drawn.diagram()), says, caption);
    }

    private Placed placed(Diagram diagram) {
        synchronized (places) {
            Placed known = places.get(diagram);
            if (known != null) return known;
        }
        Placed fresh = Placing.of(diagram);
        synchronized (places) {
            places.put(diagram, fresh);
        }
        return fresh;
    }
}
