package stemma.genealogy.store;

/**
 * Material may have stood in the line from one run to the next; {@code stated} where a run says so.
 */
public record CarriedRow(long from, long to, boolean stated) {}
