package stemma.journal;

import java.time.Instant;

/**
 * The clock that says when something was recorded: in production the database's own, in scenarios
 * one set by hand. Moments are kept to the microsecond.
 */
@FunctionalInterface
public interface WorldClock {

    /** Returns the moment it is now. */
    Instant now();

    /**
     * Returns the moment it is now for what ends by itself, such as a token: as it was read within
     * the last second, and counted on since.
     */
    default Instant lately() {
        return now();
    }

    /**
     * Returns what is written as the moment of recording, given what the database's clock said in
     * the statement that drew the seq. A clock set by hand ignores the database.
     */
    default Instant recordedAt(Instant database) {
        return now();
    }
}
