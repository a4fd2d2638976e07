package stemma.journal;

import java.time.Instant;
import java.util.Optional;

/**
 * A signed statement of the journal's length and root. {@code note} is the whole signed text: an
 * inspector keeps it and needs nothing else of ours to check an export against it.
 */
public record Checkpoint(long size, byte[] root, Instant at, String note) {

    /** Returns to which key the log was handed over with it, where both keys signed that it was. */
    public Optional<Handover> handover() {
        try {
            Optional<Handover> handover = NoteText.of(Note.of(note).text()).handover();
            return handover.filter(keys -> keys.from().signed(note));
        } catch (RuntimeException malformed) {
            return Optional.empty();
        }
    }
}
