package stemma.access;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import stemma.access.store.PasswordStore;
import stemma.access.store.PeopleStore;
import stemma.access.store.PersonRow;
import stemma.access.store.ResetStore;
import stemma.access.store.SeatStore;
import stemma.access.store.SessionStore;
import stemma.access.store.TokenStore;
import stemma.audit.Audit;
import stemma.identifiers.ActorId;
import stemma.journal.Author;
import stemma.journal.WorldClock;
import stemma.shell.Problem;
import stemma.shell.Refused;

import tools.jackson.databind.node.JsonNodeFactory;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

import javax.sql.DataSource;

/** The entry to the room: the people, their sessions and tokens, and the proof of who one is. */
public final class Access {
    private final PeopleStore store;
    private final People people;
    private final Sessions sessions;
    private final Resets resets;
    private final Seats seats;
    private final Tokens tokens;
    private final Proofs proofs;
    private final FirstVisit firstVisit;
    private final TransactionTemplate apart;
    private final Audit audit;

    public Access(DataSource app, WorldClock clock, Audit audit, RandomGenerator random) {
        this(app, clock, audit, random, SessionLimits.SHIFT);
    }

    public Access(
            DataSource app,
            WorldClock clock,
            Audit audit,
            RandomGenerator random,
            SessionLimits limits) {
        JdbcClient sql = JdbcClient.create(app);
        this.audit = audit;
        DataSourceTransactionManager manager = new DataSourceTransactionManager(app);
        TransactionTemplate transactions = new TransactionTemplate(manager);
        // A refusal must be counted and audited although the caller then rolls back.
        apart = new TransactionTemplate(manager);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        Secrets secrets = new Secrets(random);
        Passwords hashing = new Passwords();
        PasswordStore passwords = new PasswordStore(sql);
        SessionStore open = new SessionStore(sql);
        store = new PeopleStore(sql);
        proofs = new Proofs(passwords, hashing, apart, audit, clock);
        ResetStore again = new ResetStore(sql);
        people = new People(
                store, passwords, open, again, hashing, secrets, transactions, audit, clock);
        resets = new Resets(again, people, transactions, audit, clock);
        seats = new Seats(new SeatStore(sql), people, transactions, audit);
        sessions = new Sessions(open, store, proofs, secrets, transactions, audit, clock, limits);
        tokens = new Tokens(new TokenStore(sql), store, secrets, transactions, audit, clock);
        firstVisit = new FirstVisit(secrets);
    }

    public People people() {
        return people;
    }

    public Sessions sessions() {
        return sessions;
    }

    /** Returns the seats of visiting auditors. */
    public Seats seats() {
        return seats;
    }

    /** Returns the passwords that somebody else reset, and what they keep from. */
    public Resets resets() {
        return resets;
    }

    /**
     * Confirms over the caller's own password that somebody chose the password that was reset;
     * refused as {@link Resets} says, or with {@code device_cannot_sign} for a program.
     */
    public void confirmReset(Caller caller, ActorId whose, String seen, String password) {
        if (caller.means() == Caller.Means.TOKEN)
            throw Refused.of("device_cannot_sign", 403, "A program cannot confirm a password.");
        Author at = caller.author();
        Person unused = prove(caller.actor(), password, at.session(), at.device());
        resets.confirm(caller, whose, seen);
    }

    public Tokens tokens() {
        return tokens;
    }

    /**
     * Issues a key of the caller's own, who proves anew by password who it is: a key outlasts the
     * session, and an unattended one must not leave it behind. Refused as {@link Tokens#issue} and
     * {@link #prove}.
     */
    public IssuedToken issueToken(
            Caller owner, String password, String label, Set<Permission> scope, Duration life) {
        if (owner.means() != Caller.Means.TOKEN) {
            Author at = owner.author();
            Person unused = prove(owner.actor(), password, at.session(), at.device());
        }
        return tokens.issue(owner, label, scope, life);
    }

    /** Returns the token to print on the console while nobody exists. */
    public Optional<FirstVisit> firstVisit() {
        return people.isEmpty() ? Optional.of(firstVisit) : Optional.empty();
    }

    /**
     * Returns new invitations for the administrators, to print on the console, while people exist
     * and no administrator has a password; audited. Usually none.
     */
    public List<Invitation> readmitAdministrators() {
        return people.readmitAdministrators();
    }

    /** Makes the first administrator, who is signed in at once; refused with a wrong token. */
    public Opened createFirstAdministrator(
            String token, String code, String printedName, String password, String device) {
        if (!people.isEmpty())
            throw Refused.of("first_visit_over", 409, "There is an administrator already.");
        if (!firstVisit.isToken(token)) {
            throw new Refused(Problem.of("first_token_wrong", 403, "This is not the token.")
                    .advising("Copy it from the console on which Stemma was started.")
                    .with("field", "token"));
        }
        PersonRow first = people.addFirst(code, printedName, password);
        return sessions.open(first, device, "signed in");
    }

    /** Returns for whom the invitation is; refused when it is used, withdrawn or too old. */
    public Person invited(String secret) {
        return PeopleRows.person(people.invited(secret));
    }

    /** Keeps the password that the invited person chose and opens a session. */
    public Opened acceptInvitation(String secret, String password, String device) {
        return sessions.open(people.accept(secret, password), device, "signed in");
    }

    /** Changes one's own password after the old one; all other sessions end, a new one opens. */
    public Opened changePassword(Caller caller, String old, String chosen) {
        PersonRow person = row(caller.actor());
        Refused wrong = Refused.of("password_wrong", 403, "The present password is wrong.");
        String device = caller.author().device();
        proofs.prove(person, old, caller.author().session(), device, wrong);
        people.choosePassword(caller.author(), person, chosen);
        return sessions.open(person, device, "signed in");
    }

    /**
     * Proves anew, by password, that the person acts now, as every signature needs; refused with
     * {@code person_disabled}, {@code password_wrong} or {@code sign_in_delayed}, and audited.
     */
    public Person prove(ActorId actor, String password, String session, String device) {
        PersonRow person = row(actor);
        Refused wrong = person.disabled()
                ? Refused.of("person_disabled", 403, "This person may no longer act.")
                : new Refused(Problem.of("password_wrong", 403, "The password is wrong.")
                        .advising("Type the password with which you sign in."));
        proofs.prove(person, password, session, device, wrong);
        return PeopleRows.person(person);
    }

    /** Leaves the one audit entry of a request that a caller was not allowed to make. */
    public void refused(Author author, String what, String code) {
        apart.executeWithoutResult(transaction ->
                audit.refused(author, what, code, JsonNodeFactory.instance.objectNode()));
    }

    /** Leaves the one audit entry of a file that leaves, before its first byte does. */
    public void exported(Author author, String file, String question) {
        var asked = JsonNodeFactory.instance.objectNode().put("question", question);
        apart.executeWithoutResult(
                transaction -> audit.record(author, "exported", file, null, asked, null));
    }

    private PersonRow row(ActorId actor) {
        return store.byActor(actor.code()).orElseThrow(PeopleRows::unknown);
    }
}
