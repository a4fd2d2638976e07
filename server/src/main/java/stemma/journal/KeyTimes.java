package stemma.journal;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The keys that signed a log, each in its time: from the size at which the key before handed the
 * log over to it, to the size at which it handed the log on. What a key signs out of its time,
 * somebody signed who has a key that is no longer used.
 */
final class KeyTimes {
    private final Set<VerifyingKey> keys;
    private final Map<VerifyingKey, Long> from = new HashMap<>();
    private final Map<VerifyingKey, Long> to = new HashMap<>();

    /**
     * @param known the keys that are believed
     * @param notes of checkpoints; those that are no handover of a known key say nothing
     */
    KeyTimes(Collection<VerifyingKey> known, Collection<String> notes) {
        keys = new LinkedHashSet<>(known);
        for (String note : notes) open(note).ifPresent(this::take);
    }

    private void take(Checkpoint checkpoint) {
        checkpoint.handover().ifPresent(handover -> {
            keys.add(handover.to());
            to.merge(handover.from(), checkpoint.size(), Math::min);
            from.merge(handover.to(), checkpoint.size(), Math::max);
        });
    }

    /** Returns the checkpoint of a note that one of the keys signed, whenever; else empty. */
    Optional<Checkpoint> open(String note) {
        return keys.stream().filter(key -> key.signed(note)).findFirst().map(key -> key.open(note));
    }

    /** Returns whether every key that signed the note did so in its time. */
    boolean isInTime(String note) {
        return keys.stream()
                .filter(key -> key.signed(note))
                .allMatch(key -> isInTime(key, key.open(note).size()));
    }

    private boolean isInTime(VerifyingKey key, long size) {
        return size >= from.getOrDefault(key, 0L) && size <= to.getOrDefault(key, Long.MAX_VALUE);
    }
}
