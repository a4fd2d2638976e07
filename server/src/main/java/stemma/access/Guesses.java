package stemma.access;

import stemma.access.store.PasswordStore.Attempts;
import stemma.shell.Problem;
import stemma.shell.Refused;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long after wrong passwords the next is looked at: nothing for five, then 2, 4, 8 … seconds up
 * to 15 minutes. An account is slowed, never locked, so that nobody can lock another out.
 */
final class Guesses {
    private static final int FREE = 5;
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int STRANGERS = 10_000;
    private final Map<String, Attempts> strangers = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Attempts> eldest) {
            return size() > STRANGERS;
        }
    };

    /** Returns the count with this attempt in it, or refuses because it comes too early. */
    static Attempts counted(Attempts before, Instant now) {
        if (now.isBefore(before.nextAt())) {
            long seconds = Duration.between(now, before.nextAt()).toSeconds() + 1;
            throw new Refused(Problem.of(
                            "sign_in_delayed",
                            429,
                            "There were several wrong passwords; wait " + seconds + " s.")
                    .advising("Wait, then try again; the password itself was not looked at.")
                    .with("retryAfterSeconds", Long.toString(seconds)));
        }
        int attempts = before.attempts() + 1;
        return new Attempts(attempts, now.plus(delay(attempts)));
    }

    /** Counts for a code that nobody has, as if somebody had it. */
    synchronized void countStranger(String code, Instant now) {
        Attempts before = strangers.getOrDefault(code, new Attempts(0, now));
        strangers.put(code, counted(before, now));
    }

    static Duration delay(int attempts) {
        if (attempts < FREE) return Duration.ZERO;
        int doublings = Math.min(attempts - FREE + 1, 20);
        Duration delay = Duration.ofSeconds(1L << doublings);
        return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
    }
}
