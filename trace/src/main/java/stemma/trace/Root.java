package stemma.trace;

/**
 * Units of a lot that a question of shares begins with, and how much of the suspect they are: all
 * of them as they came into being, in the smallest unit of the lot's item.
 */
public record Root(Span lot, long quantity) {
    public Root {
        if (quantity <= 0) throw new IllegalArgumentException("a root is more than nothing");
    }
}
