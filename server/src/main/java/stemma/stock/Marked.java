package stemma.stock;

/** A lot by our inner key, with the ordinals that a hold reaches. */
public record Marked(long lot, int first, int last) {}
