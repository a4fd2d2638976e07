package stemma.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The events of one append in their order, for the rooms that write what they say; what one room
 * has read about them, the next need not read again.
 */
public final class Appended {
    private final List<Recorded> events;
    private final Map<Class<?>, Object> shared = new HashMap<>();

    public Appended(List<Recorded> events) {
        this.events = List.copyOf(events);
    }

    public List<Recorded> events() {
        return events;
    }

    /** Returns what was read about these events under that kind; reads it where none has yet. */
    public <T> T shared(Class<T> kind, Function<List<Recorded>, T> reading) {
        Object known = shared.get(kind);
        if (known == null) {
            known = reading.apply(events);
            shared.put(kind, known);
        }
        return kind.cast(known);
    }
}
