package stemma.printing;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ActorId;
import stemma.signatures.Digest;

import java.time.Instant;

/**
 * One print of a label or a paper, as it is kept. Its id is the seq of the audit entry that proves
 * it and stands on the label; {@code firstCopy} counts on over all prints of the same subject;
 * {@code deadBy} is the later print that took its place, if any; {@code content} is what it said,
 * as JSON, and {@code digest} the SHA-256 of that, or of a paper's text.
 */
public record Printed(
        long id,
        String kind,
        String subject,
        String title,
        String format,
        int firstCopy,
        int copies,
        @Nullable ReprintReason reason,
        ActorId actor,
        Instant at,
        Digest digest,
        String content,
        @Nullable Long deadBy) {

    /** Tells whether labels of this print must no longer be used. */
    public boolean isDead() {
        return deadBy != null;
    }

    /** Returns how many copies there were with this print, of all prints. */
    public int copiesSoFar() {
        return firstCopy + copies - 1;
    }
}
