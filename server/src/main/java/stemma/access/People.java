package stemma.access;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

import stemma.access.store.PasswordStore;
import stemma.access.store.PeopleStore;
import stemma.access.store.PersonRow;
import stemma.access.store.ResetStore;
import stemma.access.store.SessionStore;
import stemma.audit.Audit;
import stemma.identifiers.ActorId;
import stemma.journal.Author;
import stemma.journal.WorldClock;
import stemma.shell.Problem;
import stemma.shell.Refused;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The people: adds, invites, assigns, disables and forgets the names of those who ask for it; each
 * change leaves one audit entry in the same transaction.
 */
public final class People {
    private static final Duration INVITED_FOR = Duration.ofDays(7);
    private final PeopleStore store;
    private final PasswordStore passwords;
    private final SessionStore sessions;
    private final ResetStore resets;
    private final Passwords hashing;
    private final Secrets secrets;
    private final TransactionTemplate transactions;
    private final Audit audit;
    private final WorldClock clock;

    People(
            PeopleStore store,
            PasswordStore passwords,
            SessionStore sessions,
            ResetStore resets,
            Passwords hashing,
            Secrets secrets,
            TransactionTemplate transactions,
            Audit audit,
            WorldClock clock) {
        this.store = store;
        this.passwords = passwords;
        this.sessions = sessions;
        this.resets = resets;
        this.hashing = hashing;
        this.secrets = secrets;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    public List<Person> all() {
        return store.all().stream().map(PeopleRows::person).toList();
    }

    public Optional<Person> find(ActorId actor) {
        return store.byActor(actor.code()).map(PeopleRows::person);
    }

    public boolean isEmpty() {
        return store.isEmpty();
    }

    /** Returns an actor id that nobody has, of characters that say nothing about a person. */
    public ActorId newActor() {
        String digits = HexFormat.of().formatHex(secrets.bytes(4)).toUpperCase(Locale.ROOT);
        return new ActorId("P-" + digits);
    }

    /** Adds a person, who chooses a password by the invitation that is returned. */
    public Invitation add(Author author, NewPerson person) {
        checkTogether(person.assignments());
        return transactions.execute(transaction -> {
            store.lock();
            if (store.byCode(person.code()).isPresent())
                throw taken("code_taken", "This sign-in code is in use.", "code");
            if (store.byActor(person.actor().code()).isPresent())
                throw taken("actor_taken", "This actor id has been given before.", "actor");
            long id = store.add(person.actor().code(), clock.now());
            byte[] salt = secrets.bytes(16);
            store.name(id, person.code(), person.printedName(), salt);
            assign(id, person.assignments());
            JsonNode after = named(get(person.actor()), person.printedName(), salt);
            String subject = PeopleRows.subject(person.actor());
            audit.record(author, "person added", subject, null, after, null);
            return invitation(id, person.actor());
        });
    }

    /**
     * Adds a person whose invitation the one who adds it sees: until somebody else has confirmed
     * who it is, the person's signatures say that nobody has.
     */
    public Invitation letIn(Author author, NewPerson person) {
        return transactions.execute(transaction -> {
            Invitation invitation = add(author, person);
            PersonRow row = store.byActor(person.actor().code()).orElseThrow(PeopleRows::unknown);
            letIn(author, row, "added");
            return invitation;
        });
    }

    private void letIn(Author author, PersonRow row, String reason) {
        resets.begin(row.id(), Reset.Kind.LET_IN, author.actor().code(), clock.now(), reason);
    }

    /**
     * Gives the person exactly these roles; refused with {@code roles_own} for more of one's own.
     */
    public void assign(Author author, ActorId actor, List<Assignment> roles, String reason) {
        checkTogether(roles);
        change(author, actor, "roles changed", reason, row -> {
            if (author.actor().equals(actor) && !get(actor).assignments().containsAll(roles))
                throw new Refused(Problem.of("roles_own", 403, "Nobody gives a role to himself.")
                        .advising("Ask another administrator."));
            assign(row.id(), roles);
        });
    }

    /** Lets the person choose a new password: the old one and all sessions end at once. */
    public Invitation invite(Author author, ActorId actor, String reason) {
        return transactions.execute(transaction -> {
            Invitation[] made = new Invitation[1];
            change(author, actor, "password reset", reason, row -> {
                String by = author.actor().code();
                if (row.hasPassword())
                    resets.begin(row.id(), Reset.Kind.RESET, by, clock.now(), reason.strip());
                else letIn(author, row, reason.strip());
                passwords.forget(row.id());
                sessions.endAll(row.id(), clock.now());
                made[0] = invitation(row.id(), actor);
            });
            return made[0];
        });
    }

    /** Ends the person's sessions and keeps the person from acting; tokens stop with them. */
    public void disable(Author author, ActorId actor, String reason) {
        change(author, actor, "person disabled", reason, row -> {
            store.disable(row.id(), clock.now());
            sessions.endAll(row.id(), clock.now());
            passwords.withdrawInvitation(row.id());
        });
    }

    public void enable(Author author, ActorId actor, String reason) {
        change(author, actor, "person enabled", reason, row -> store.disable(row.id(), null));
    }

    /** Forgets code and printed name for good; the actor id, roles and signatures stay. */
    public void eraseName(Author author, ActorId actor, String reason) {
        change(author, actor, "name erased", reason, row -> {
            store.disable(row.id(), clock.now());
            sessions.endAll(row.id(), clock.now());
            passwords.forget(row.id());
            passwords.withdrawInvitation(row.id());
            store.eraseName(row.id());
        });
    }

    /** Changes one's own password; the old one was proven just before. */
    void choosePassword(Author author, PersonRow person, String password) {
        Codes.checkPassword(person.code(), password);
        String hash = hashing.hash(password);
        transactions.executeWithoutResult(transaction -> {
            passwords.keep(person.id(), hash, clock.now());
            passwords.clearAttempts(person.id());
            sessions.endAll(person.id(), clock.now());
            ActorId actor = new ActorId(person.actor());
            String subject = PeopleRows.subject(actor);
            audit.record(author, "password chosen", subject, null, null, null);
        });
    }

    /** Returns the person the invitation is for, or refuses with {@code invitation_unknown}. */
    PersonRow invited(String secret) {
        Long id = passwords
                .invited(Secrets.digest(secret.strip()), clock.now())
                .orElseThrow(People::invitationUnknown);
        PersonRow person = store.byId(id).orElseThrow(People::invitationUnknown);
        if (person.disabled()) throw invitationUnknown();
        return person;
    }

    /** Uses the invitation up and keeps the password, all or nothing. */
    PersonRow accept(String secret, String password) {
        PersonRow person = invited(secret);
        Codes.checkPassword(person.code(), password);
        transactions.executeWithoutResult(transaction -> {
            byte[] digest = Secrets.digest(secret.strip());
            if (passwords.takeInvitation(digest, clock.now()).isEmpty()) throw invitationUnknown();
            ActorId actor = new ActorId(person.actor());
            choosePassword(new Author(actor, "invitation", "browser"), person, password);
        });
        return person;
    }

    /** Makes the first administrator in the transaction of one who holds the first token. */
    PersonRow addFirst(String code, String printedName, String password) {
        NewPerson first = new NewPerson(
                newActor(), code, printedName, List.of(Assignment.everywhere(Role.ADMINISTRATOR)));
        Codes.checkPassword(first.code(), password);
        return transactions.execute(transaction -> {
            store.lock();
            if (!store.isEmpty())
                throw Refused.of("first_visit_over", 409, "There is an administrator already.");
            Author author = new Author(first.actor(), "first visit", "browser");
            return accept(add(author, first).secret(), password);
        });
    }

    /**
     * Invites each enabled administrator anew while none of them can sign in, as after a restore,
     * which brings no passwords; otherwise does nothing.
     */
    List<Invitation> readmitAdministrators() {
        return transactions.execute(transaction -> {
            store.lock();
            List<Person> administrators = all().stream()
                    .filter(person -> person.has(Role.ADMINISTRATOR))
                    .filter(person -> person.standing() != Standing.DISABLED)
                    .toList();
            boolean able = administrators.stream()
                    .anyMatch(person -> person.standing() == Standing.ACTIVE);
            return able ? List.of() : administrators.stream().map(this::readmit).toList();
        });
    }

    private Invitation readmit(Person person) {
        PersonRow row = store.byActor(person.actor().code()).orElseThrow(PeopleRows::unknown);
        JsonNode standing = PeopleRows.sealed(person);
        String why = "No administrator could sign in; invited at the console.";
        String subject = PeopleRows.subject(person.actor());
        audit.record(Author.CONSOLE, "administrator readmitted", subject, standing, standing, why);
        return invitation(row.id(), person.actor());
    }

    private void change(
            Author author,
            ActorId actor,
            String action,
            @Nullable String reason,
            Consumer<PersonRow> work) {
        if (reason == null || reason.isBlank())
            throw Refused.of("reason_missing", 422, "Say why; the reason stands in the trail.");
        transactions.executeWithoutResult(transaction -> {
            store.lock();
            Person before = get(actor);
            work.accept(store.byActor(actor.code()).orElseThrow(PeopleRows::unknown));
            Person after = get(actor);
            checkAdministratorRemains(before, after);
            audit.record(
                    author,
                    action,
                    PeopleRows.subject(actor),
                    PeopleRows.sealed(before),
                    PeopleRows.sealed(after),
                    reason.strip());
        });
    }

    private void checkAdministratorRemains(Person before, Person after) {
        boolean was = before.has(Role.ADMINISTRATOR) && before.standing() != Standing.DISABLED;
        boolean is = after.has(Role.ADMINISTRATOR) && after.standing() == Standing.ACTIVE;
        if (!was || is) return;
        boolean other = all().stream()
                .anyMatch(person ->
                        person.has(Role.ADMINISTRATOR) && person.standing() == Standing.ACTIVE);
        if (other) return;
        throw new Refused(Problem.of(
                        "last_administrator",
                        409,
                        "This is the last administrator who can sign in.")
                .advising("Make another person administrator first."));
    }

    private static void checkTogether(List<Assignment> assignments) {
        Set<Assignment> distinct = new HashSet<>(assignments);
        if (distinct.size() < assignments.size())
            throw Refused.of("role_twice", 422, "A role is given twice.");
        boolean administers = assignments.stream().anyMatch(a -> a.role() == Role.ADMINISTRATOR);
        boolean makes = assignments.stream().anyMatch(a -> a.role().makesRecords());
        boolean visits = assignments.stream().anyMatch(a -> a.role() == Role.VISITING_AUDITOR);
        boolean belongs = assignments.stream().anyMatch(a -> a.role() != Role.VISITING_AUDITOR);
        if (visits && belongs)
            throw new Refused(
                    Problem.of("seat_alone", 422, "A visiting auditor has no other role beside.")
                            .advising("Give the limited seat to a person of its own."));
        if (!administers || !makes) return;
        throw new Refused(Problem.of(
                        "roles_in_conflict",
                        422,
                        "An administrator can neither make nor sign production records.")
                .advising("Give the work to another person, or take the administration away."));
    }

    private void assign(long id, List<Assignment> assignments) {
        store.assign(id, PeopleRows.roles(assignments), PeopleRows.sites(assignments));
    }

    private Person get(ActorId actor) {
        return find(actor).orElseThrow(PeopleRows::unknown);
    }

    private Invitation invitation(long id, ActorId actor) {
        String secret = secrets.next("invite-");
        Instant end = clock.now().plus(INVITED_FOR);
        passwords.invite(id, Secrets.digest(secret), end);
        return new Invitation(actor, secret, end);
    }

    // The name is sealed only as a salted digest; with the erasable salt gone it says nothing.
    private static JsonNode named(Person person, String printedName, byte[] salt) {
        ObjectNode node = (ObjectNode) PeopleRows.sealed(person);
        String salted = HexFormat.of().formatHex(salt) + printedName;
        return node.put("nameDigest", HexFormat.of().formatHex(Secrets.digest(salted)));
    }

    private static Refused taken(String code, String sentence, String field) {
        return new Refused(Problem.of(code, 409, sentence)
                .advising("Choose another one.")
                .with("field", field));
    }

    private static Refused invitationUnknown() {
        return new Refused(Problem.of(
                        "invitation_unknown", 404, "This invitation is used, withdrawn or too old.")
                .advising("Ask your administrator for a new one."));
    }
}
