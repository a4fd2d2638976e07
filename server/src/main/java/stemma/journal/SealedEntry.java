package stemma.journal;

/** An entry with its position in the log and the leaf hash kept for it. */
public record SealedEntry(long position, Entry entry, byte[] leaf) {}
