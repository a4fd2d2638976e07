package stemma.upkeep;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.OrderCode;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.RunId;

import java.time.Instant;
import java.util.Set;

/**
 * One use of a resource: when, in which run of which order, and for which products by their normal
 * codes, none where nobody can know yet.
 */
record Usage(
        ResourceCode resource,
        Instant at,
        @Nullable RunId run,
        @Nullable OrderCode order,
        Set<String> products,
        Way way) {
    /** How material meets the resource. */
    enum Way {
        /** It is worked on; what was worked on before may be left on it. */
        WORK,
        /** It joins what is in a vessel; only what was in it before it was empty is another. */
        FILL
    }

    Usage {
        products = Set.copyOf(products);
    }
}
