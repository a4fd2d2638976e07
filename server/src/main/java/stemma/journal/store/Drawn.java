package stemma.journal.store;

import java.time.Instant;

/** Numbers drawn for one append, ascending, and what the database's clock said as they were. */
public record Drawn(long[] seqs, Instant at) {}
