package stemma.journal;

import java.util.UUID;

/**
 * An entry before it has a number: its final body, and the digest of what the client sent, by which
 * a repetition is told from another content. An empty digest means none.
 */
public record Draft(EntryKind kind, UUID id, byte[] digest, Author author, byte[] body) {}
