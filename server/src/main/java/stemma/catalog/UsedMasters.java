package stemma.catalog;

import java.util.HashSet;
import java.util.Set;

/**
 * Tells of which masters something is recorded, so that parts of them are fixed for as long: how an
 * item is tracked and counted, which revision of its recipe a work order follows.
 */
@FunctionalInterface
public interface UsedMasters {
    /** Returns those of the masters of which something is recorded. */
    Set<MasterKey> amongst(Set<MasterKey> masters);

    /** Returns what asks both. */
    default UsedMasters and(UsedMasters other) {
        return masters -> {
            Set<MasterKey> used = new HashSet<>(amongst(masters));
            used.addAll(other.amongst(masters));
            return used;
        };
    }
}
