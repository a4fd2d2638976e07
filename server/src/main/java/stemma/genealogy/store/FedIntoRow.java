package stemma.genealogy.store;

import stemma.genealogy.Span;

/** An output that the input of a sub-run went into. */
public record FedIntoRow(long fed, Span output) {}
