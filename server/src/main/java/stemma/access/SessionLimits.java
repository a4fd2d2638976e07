package stemma.access;

import java.time.Duration;

/** How long a session lasts without use, and at most: by default 2 hours and 14 hours. */
public record SessionLimits(Duration idle, Duration whole) {
    public static final SessionLimits SHIFT =
            new SessionLimits(Duration.ofHours(2), Duration.ofHours(14));
}
