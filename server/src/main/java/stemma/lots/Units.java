package stemma.lots;

/** Consecutive units of a lot by its inner key; both ends are in it. */
public record Units(long lot, int first, int last) {}
