package stemma.access;

import org.springframework.transaction.support.TransactionTemplate;

import stemma.access.Caller.Means;
import stemma.access.store.PeopleStore;
import stemma.access.store.PersonRow;
import stemma.access.store.SessionStore;
import stemma.access.store.SessionStore.SessionRow;
import stemma.audit.Audit;
import stemma.identifiers.ActorId;
import stemma.journal.Author;
import stemma.journal.WorldClock;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Opens a session by code and password, finds who it belongs to, and ends it: by sign-out, by
 * disuse, by age, or because the person was disabled.
 */
public final class Sessions {
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);
    private static final String NAMED = "session ";
    private final SessionStore store;
    private final PeopleStore people;
    private final Proofs proofs;
    private final Secrets secrets;
    private final TransactionTemplate transactions;
    private final Audit audit;
    private final WorldClock clock;
    private final SessionLimits limits;

    Sessions(
            SessionStore store,
            PeopleStore people,
            Proofs proofs,
            Secrets secrets,
            TransactionTemplate transactions,
            Audit audit,
            WorldClock clock,
            SessionLimits limits) {
        this.store = store;
        this.people = people;
        this.proofs = proofs;
        this.secrets = secrets;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
        this.limits = limits;
    }

    /** Opens a session under a new secret; refused with one code whatever was wrong. */
    public Opened signIn(String code, String password, String device) {
        String normal = Codes.normal(code);
        Optional<PersonRow> found = people.byCode(normal);
        if (found.isEmpty()) proofs.refuseStranger(normal, password, Proofs.signInRefused());
        PersonRow person = found.orElseThrow();
        proofs.prove(person, password, "sign-in", device, Proofs.signInRefused());
        return open(person, device, "signed in");
    }

    /** Opens the session of a person who has just proven who it is. */
    Opened open(PersonRow person, String device, String action) {
        String secret = secrets.next("");
        Caller caller = transactions.execute(transaction -> {
            long id = store.begin(Secrets.digest(secret), person.id(), clock.now());
            Caller opened = caller(person, id, device);
            String subject = PeopleRows.subject(opened.actor());
            audit.record(opened.author(), action, subject, null, null, null);
            return opened;
        });
        return new Opened(secret, caller);
    }

    /** Returns whose session it is, if it has not ended; using it keeps it alive. */
    public Optional<Caller> resume(String secret, String device) {
        Optional<SessionRow> open = store.open(Secrets.digest(secret));
        if (open.isEmpty()) return Optional.empty();
        SessionRow session = open.get();
        Instant now = clock.lately();
        if (!now.isBefore(session.seenAt().plus(limits.idle()))) return Optional.empty();
        if (!now.isBefore(session.begunAt().plus(limits.whole()))) return Optional.empty();
        PersonRow person = people.byId(session.person()).orElseThrow();
        if (person.disabled()) return Optional.empty();
        if (now.isAfter(session.seenAt().plus(SEEN_EVERY))) store.seen(session.id(), now);
        return Optional.of(caller(person, session.id(), device));
    }

    /** Returns when the session that entries name so was begun. */
    public Optional<Instant> begunAt(String session) {
        if (!session.startsWith(NAMED)) return Optional.empty();
        return store.begunAt(Long.parseLong(session.substring(NAMED.length())));
    }

    public void signOut(String secret, Caller caller) {
        transactions.executeWithoutResult(transaction -> {
            store.end(Secrets.digest(secret), clock.now());
            String subject = PeopleRows.subject(caller.actor());
            audit.record(caller.author(), "signed out", subject, null, null, null);
        });
    }

    private static Caller caller(PersonRow row, long session, String device) {
        Person person = PeopleRows.person(row);
        Author author = new Author(new ActorId(row.actor()), NAMED + session, device);
        return new Caller(author, person, Means.SESSION, Grants.of(person.assignments()));
    }
}
