package stemma.access;

import org.jspecify.annotations.Nullable;

import stemma.journal.Author;

import tools.jackson.databind.JsonNode;

/** Where each change of people is written, in the caller's transaction: the audit trail. */
@FunctionalInterface
public interface Trail {
    void record(
            Author author,
            String action,
            String subject,
            @Nullable JsonNode before,
            @Nullable JsonNode after,
            @Nullable String reason);
}
