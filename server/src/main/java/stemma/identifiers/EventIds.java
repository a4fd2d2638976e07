package stemma.identifiers;

import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes event ids that sort by the moment of their making (UUIDv7, RFC 9562 5.7). */
public final class EventIds {
    private final InstantSource clock;
    private final RandomGenerator random;
    private long lastMillis;
    private int counter;

    public EventIds(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** Returns an id greater than every one this maker has returned before. */
    public synchronized EventId next() {
        long millis = Math.max(clock.millis(), lastMillis);
        counter = millis == lastMillis ? counter + 1 : 0;
        if (counter > 0xfff) {
            millis++;
            counter = 0;
        }
        lastMillis = millis;
        long most = millis << 16 | 0x7000L | counter;
        long least = random.nextLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
        return new EventId(new UUID(most, least));
    }
}
