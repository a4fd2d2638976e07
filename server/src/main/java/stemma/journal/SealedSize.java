package stemma.journal;

/** How many entries are sealed, and how many are recorded but not sealed yet. */
public record SealedSize(long size, long unsealed) {}
