package stemma.journal;

import java.time.Instant;
import java.util.UUID;

/**
 * One entry as stored for ever: the envelope (canonical JSON of the server's facts) and the body
 * (the client's final bytes). {@code seq} is drawn at recording and is no order to rely on.
 */
public record Entry(
        long seq, EntryKind kind, UUID id, Instant recordedAt, byte[] envelope, byte[] body) {

    /** Returns who made the entry, as its envelope says. */
    public Author author() {
        return Envelope.read(envelope).author();
    }

    /** Returns what stands for the entry in the Merkle log: SHA-256(0x00, envelope, body). */
    public byte[] leaf() {
        return Merkle.leaf(envelope, body);
    }
}
