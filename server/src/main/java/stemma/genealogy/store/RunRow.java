package stemma.genealogy.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

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
