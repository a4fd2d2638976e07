package stemma.production.store;

import java.util.Comparator;

/**
 * What tells one document from another: the normal form of its code, and the code as the run bears
 * it.
 */
public record RunKey(String kind, String code, String run) implements Comparable<RunKey> {
    private static final Comparator<RunKey> ORDER = Comparator.comparing(RunKey::code)
            .thenComparing(RunKey::kind)
            .thenComparing(RunKey::run);

    @Override
    public int compareTo(RunKey other) {
        return ORDER.compare(this, other);
    }
}
