package stemma.signatures;

import stemma.access.Access;
import stemma.access.Caller;
import stemma.journal.WorldClock;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.signatures.store.SignatureStore;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * The sittings in which people sign one thing after the other (21 CFR 11.200(a)(1)(i)): of one
 * person in one session of one browser, begun by a signature with code and password, and kept alive
 * by each one after it. A signature that was given says all of that, so nothing else is kept.
 */
public final class Sittings {
    /** How long after a signature the next takes the password alone. */
    public static final Duration REST = Duration.ofMinutes(15);

    private final SignatureStore store;
    private final Access access;
    private final WorldClock clock;

    Sittings(SignatureStore store, Access access, WorldClock clock) {
        this.store = store;
        this.access = access;
        this.clock = clock;
    }

    /** Returns until when the caller's password alone signs, if the caller sits. */
    public Optional<Instant> until(Caller caller) {
        if (caller.means() == Caller.Means.TOKEN) return Optional.empty();
        Instant now = clock.now();
        String session = caller.author().session();
        // A restored record names the sessions of another house, which were numbered from 1 too.
        return access.sessions()
                .begunAt(session)
                .flatMap(begun -> store.last(session, caller.actor().code(), begun))
                .map(last -> last.plus(REST))
                .filter(now::isBefore);
    }

    /**
     * Says whether the password alone is to prove who signs. Refused with {@code signer_missing}
     * outside a sitting, and with {@code signer_other} where the code typed is not the caller's.
     */
    boolean within(Caller caller, String typed) {
        String code = typed.strip().toLowerCase(Locale.ROOT);
        if (code.isEmpty()) {
            if (until(caller).isPresent()) return true;
            throw new Refused(Problem.of(
                            "signer_missing",
                            403,
                            "The first signature of a sitting takes your sign-in code too.")
                    .notRecording("Nothing was signed.")
                    .advising("Type your code and your password. For " + REST.toMinutes()
                            + " minutes after each signature the password alone is enough.")
                    .with("field", "signer"));
        }
        if (code.equals(caller.person().code())) return false;
        throw new Refused(
                Problem.of("signer_other", 403, "The code is not that of who is signed in here.")
                        .notRecording("Nothing was signed.")
                        .advising("Sign by your own code; somebody else signs in first.")
                        .with("field", "signer"));
    }
}
