package stemma.genealogy;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ResourceCode;

import java.time.Instant;

/**
 * A vessel from one emptying to the next, within which its fills may be in its draws; an end that
 * nobody recorded is missing.
 */
public record Epoch(
        int number,
        ResourceCode vessel,
        @Nullable Instant opened,
        @Nullable Instant closed) implements TraceNode {}
