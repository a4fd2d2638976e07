package stemma.verifier;

import java.util.Map;
import java.util.TreeMap;

/** Numbers that were met, as the ranges that were not: an entry's number never comes twice. */
final class Numbers {
    private final TreeMap<Long, Long> missing = new TreeMap<>();
    private long greatest;

    /** Takes in a number; returns whether it is new. */
    boolean add(long number) {
        if (number > greatest) {
            if (number > greatest + 1) missing.put(greatest + 1, number - 1);
            greatest = number;
            return true;
        }
        Map.Entry<Long, Long> gap = missing.floorEntry(number);
        if (gap == null || gap.getValue() < number) return false;
        missing.remove(gap.getKey());
        if (gap.getKey() < number) missing.put(gap.getKey(), number - 1);
        if (number < gap.getValue()) missing.put(number + 1, gap.getValue());
        return true;
    }
}
