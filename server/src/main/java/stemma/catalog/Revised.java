package stemma.catalog;

/** A master as it stands, with the number of its present revision, counted from 1. */
public record Revised<M extends Master>(M master, int revision) {}
