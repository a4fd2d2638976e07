package stemma.picturing;

import java.util.List;

/**
 * What of a diagram is drawn: how closely, its boxes and arrows, and the key of the box in which
 * each node of the diagram stands.
 */
public record Drawn(Detail detail, Diagram diagram, List<String> boxOf) {
    public Drawn {
        boxOf = List.copyOf(boxOf);
    }
}
