package stemma.audit;

import org.jspecify.annotations.Nullable;

import stemma.journal.Author;

import tools.jackson.databind.JsonNode;

import java.time.Instant;

/** One line of the audit trail, with the seq of the journal entry that proves it. */
public sealed interface AuditEntry {
    long seq();

    Instant recordedAt();

    Author author();

    String action();

    String subject();

    /**
     * A change that was made: no {@code before} where it made something, no {@code after} where it
     * ended something, no {@code reason} where none was asked for.
     */
    record Changed(
            long seq,
            Instant recordedAt,
            Author author,
            String action,
            String subject,
            @Nullable JsonNode before,
            @Nullable JsonNode after,
            @Nullable String reason)
            implements AuditEntry {}

    /** An attempt upon a subject that was refused with this code and changed nothing. */
    record Refused(
            long seq,
            Instant recordedAt,
            Author author,
            String subject,
            String code,
            JsonNode attempt)
            implements AuditEntry {
        @Override
        public String action() {
            return AuditBody.REFUSED;
        }
    }
}
