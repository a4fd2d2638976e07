package stemma.trace;

import java.util.List;

/**
 * How material may have come from a lot to another: lots and what lies between in turn, in the
 * direction of the material, and how its weakest link is known. Of all ways it is one whose weakest
 * link is the strongest, and of these one of the fewest steps.
 */
public record Path(List<Node> nodes, Evidence weakest) {
    public Path {
        nodes = List.copyOf(nodes);
    }
}
