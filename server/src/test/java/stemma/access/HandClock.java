package stemma.access;

import stemma.journal.WorldClock;

import java.time.Duration;
import java.time.Instant;

/** A clock set by hand. */
public final class HandClock implements WorldClock {
    private volatile Instant now = Instant.parse("2026-11-23T08:41:00Z");

    @Override
    public Instant now() {
        return now;
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }
}
