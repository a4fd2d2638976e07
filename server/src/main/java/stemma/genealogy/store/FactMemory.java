package stemma.genealogy.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Under which keys an index was told what has none of its own, and which run was told to have come
 * after which: without it, it cannot be told more. It is kept as lines.
 */
public final class FactMemory {
    private static final String VESSEL = "vessel";
    private static final String SHIPMENT = "shipment";
    private static final String AFTER = "after";

    final Numbered vessels = new Numbered();
    final Numbered shipments = new Numbered();
    final Map<Long, Long> after = new HashMap<>();

    /** Takes back what {@link #lines} told; other lines say nothing. */
    public static FactMemory of(List<String> lines) {
        FactMemory memory = new FactMemory();
        for (String line : lines) {
            String[] words = line.split("\t");
            switch (words[0]) {
                case VESSEL -> memory.vessels.of(words[1]);
                case SHIPMENT -> memory.shipments.of(words[1]);
                case AFTER -> memory.after.put(Long.valueOf(words[1]), Long.valueOf(words[2]));
                default -> {}
            }
        }
        return memory;
    }

    /** Returns all of it in lines of words apart by tabs, which no code holds. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        vessels.texts().forEach(text -> lines.add(VESSEL + "\t" + text));
        shipments.texts().forEach(text -> lines.add(SHIPMENT + "\t" + text));
        after.forEach((run, before) -> lines.add(AFTER + "\t" + run + "\t" + before));
        return lines;
    }
}
