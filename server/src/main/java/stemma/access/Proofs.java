package stemma.access;

import org.springframework.transaction.support.TransactionTemplate;

import stemma.access.store.PasswordStore;
import stemma.access.store.PasswordStore.Attempts;
import stemma.access.store.PersonRow;
import stemma.audit.Audit;
import stemma.identifiers.ActorId;
import stemma.journal.Author;
import stemma.journal.WorldClock;
import stemma.shell.Problem;
import stemma.shell.Refused;

/**
 * Proves by password that a person is who is claimed, at sign-in and at every signature; each
 * attempt is counted before the password is looked at, each wrong one leaves an audit entry.
 */
final class Proofs {
    private final PasswordStore passwords;
    private final Passwords hashing;
    private final Guesses guesses;
    private final TransactionTemplate transactions;
    private final Audit audit;
    private final WorldClock clock;

    Proofs(
            PasswordStore passwords,
            Passwords hashing,
            TransactionTemplate transactions,
            Audit audit,
            WorldClock clock) {
        this.passwords = passwords;
        this.hashing = hashing;
        this.guesses = new Guesses();
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Refuses unless the password is the person's and the person may act. */
    void prove(PersonRow person, String password, String session, String device, Refused wrong) {
        transactions.executeWithoutResult(transaction -> {
            Attempts before = passwords.lockedAttempts(person.id(), clock.now());
            passwords.count(person.id(), Guesses.counted(before, clock.now()));
        });
        String hash = passwords.hash(person.id()).orElse("");
        boolean right;
        if (hash.isEmpty()) {
            hashing.compareWithNobody(password);
            right = false;
        } else {
            right = hashing.matches(password, hash);
        }
        if (right && !person.disabled()) {
            transactions.executeWithoutResult(transaction -> passwords.clearAttempts(person.id()));
            return;
        }
        ActorId actor = new ActorId(person.actor());
        String why = right ? "the person is disabled" : "the password was wrong";
        transactions.executeWithoutResult(transaction -> audit.record(
                new Author(actor, session, device),
                "proof of identity refused",
                PeopleRows.subject(actor),
                null,
                null,
                why));
        throw new Refused(wrong.problem().kept());
    }

    /** Answers for a code that nobody has as slowly, and as often, as for one that somebody has. */
    void refuseStranger(String code, String password, Refused wrong) {
        guesses.countStranger(code, clock.now());
        hashing.compareWithNobody(password);
        throw wrong;
    }

    static Refused signInRefused() {
        return new Refused(Problem.of(
                        "sign_in_refused",
                        401,
                        "This code and this password do not belong together.")
                .advising("Check both; if you forgot the password, ask your administrator for an"
                        + " invitation."));
    }
}
