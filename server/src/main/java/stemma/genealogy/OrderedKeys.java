package stemma.genealogy;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Gives texts numbers in the order of the texts, whenever each is first asked for. */
final class OrderedKeys {
    private static final long STEP = 1L << 40;

    private final TreeMap<String, Long> keys = new TreeMap<>();

    /** Begins with these texts, room between them for others. */
    OrderedKeys(Collection<String> known) {
        for (String text : new TreeSet<>(known)) {
            var unused = of(text);
        }
    }

    /** Takes numbers that were given before, in their order. */
    OrderedKeys(Map<String, Long> given) {
        keys.putAll(given);
    }

    /** Returns all texts with their numbers. */
    Map<String, Long> given() {
        return Collections.unmodifiableMap(keys);
    }

    /**
     * Returns the number of the text, which it keeps; none where so many came between the same two
     * others that no number is left there.
     */
    Optional<Long> of(String text) {
        Long known = keys.get(text);
        if (known != null) return Optional.of(known);
        Optional<Long> key = between(keys.lowerEntry(text), keys.higherEntry(text));
        key.ifPresent(number -> keys.put(text, number));
        return key;
    }

    private static Optional<Long> between(
            @Nullable Entry<String, Long> below, @Nullable Entry<String, Long> above) {
        if (below == null) return Optional.of(above == null ? 0L : above.getValue() - STEP);
        if (above == null) return Optional.of(below.getValue() + STEP);
        long middle = Math.floorDiv(below.getValue() + above.getValue(), 2);
        return middle == below.getValue() ? Optional.empty() : Optional.of(middle);
    }
}
