package stemma.genealogy.store;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** A run as the genealogy keeps it. */
public record RunRow(
        long key,
        String id,
        String kind,
        String likeness,
        String site,
        @Nullable String order,
        @Nullable String line,
        Instant startedFrom) {}
