package stemma.access;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

import stemma.shell.Problem;
import stemma.shell.Refused;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Hashes passwords by Argon2id with 46 MiB and one pass, at most two at once, so that a flood of
 * sign-ins cannot eat the memory.
 */
final class Passwords {
    private static final int KIBIBYTES = 46 * 1024;
    private static final int AT_ONCE = 2;
    private static final int WAIT_SECONDS = 10;
    private final Argon2PasswordEncoder argon = new Argon2PasswordEncoder(16, 32, 1, KIBIBYTES, 1);
    private final Semaphore turn = new Semaphore(AT_ONCE, true);
    private final String nobody = argon.encode("the password of nobody");

    String hash(String password) {
        return inTurn(() -> argon.encode(password));
    }

    boolean matches(String password, String hash) {
        return inTurn(() -> argon.matches(password, hash));
    }

    /** Takes as long as a real comparison, so that time does not tell whether a code exists. */
    void compareWithNobody(String password) {
        boolean ignored = matches(password, nobody);
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!turn.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) throw busy();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return work.get();
        } finally {
            turn.release();
        }
    }

    private static Refused busy() {
        return new Refused(Problem.of("sign_in_busy", 503, "Too many people sign in right now.")
                .advising("Try again in a few seconds."));
    }
}
