package stemma.journal;

/** An id that stands in the journal: under which seq, and the digest it came with. */
public record Known(long seq, byte[] digest) {}
