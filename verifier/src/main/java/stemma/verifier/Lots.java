package stemma.verifier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All lots by the event of their birth and their ordinals in it. */
final class Lots {
    private final Map<Id, List<Lot>> byBirth = new HashMap<>();
    private long count;

    /** Returns the lot, or the block that holds the unit. */
    Optional<Lot> find(Portion lot) {
        for (Lot one : byBirth.getOrDefault(lot.birth(), List.of())) {
            Portion span = one.span();
            if (span.first() <= lot.first() && lot.first() <= span.last()) return Optional.of(one);
        }
        return Optional.empty();
    }

    /** Returns the lot that begins with that ordinal. */
    Optional<Lot> beginning(Id birth, int first) {
        for (Lot one : byBirth.getOrDefault(birth, List.of())) {
            if (one.span().first() == first) return Optional.of(one);
        }
        return Optional.empty();
    }

    boolean anyOverlaps(Portion span) {
        return byBirth.getOrDefault(span.birth(), List.of()).stream()
                .anyMatch(one -> one.span().overlaps(span));
    }

    void add(Lot lot) {
        byBirth.computeIfAbsent(lot.span().birth(), _ -> new ArrayList<>(1)).add(lot);
        count++;
    }

    long count() {
        return count;
    }

    Collection<List<Lot>> all() {
        return byBirth.values();
    }
}
