package stemma.ledger;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/** How a judge forgets what it took note of since a mark: steps taken back in reverse. */
public final class Undo {
    private final Deque<Runnable> steps = new ArrayDeque<>();

    public void mark() {
        steps.clear();
    }

    public void forget() {
        while (!steps.isEmpty()) steps.pop().run();
    }

    /** Puts a value into a map and remembers what stood there. */
    public <K, V> void put(Map<K, V> map, K key, V value) {
        @Nullable V before = map.put(key, value);
        steps.push(() -> {
            if (before == null) map.remove(key);
            else map.put(key, before);
        });
    }

    /** Remembers how one step is taken back. */
    public void step(Runnable back) {
        steps.push(back);
    }
}
