package stemma.access;

import org.springframework.transaction.support.TransactionTemplate;

import stemma.access.store.ResetStore;
import stemma.audit.Audit;
import stemma.audit.AuditEntry;
import stemma.audit.TrailQuery;
import stemma.identifiers.ActorId;
import stemma.journal.Author;
import stemma.journal.WorldClock;
import stemma.shell.Problem;
import stemma.shell.Refused;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Passwords that somebody else had in hand: who resets one could choose it himself and sign as
 * somebody else, so nobody signs with it until a second person has confirmed whose it is (21 CFR
 * 11.200(a)(3)); and who lets a person in could choose that one's first, so the signatures say that
 * nobody else has confirmed who it is (11.100(b)).
 */
public final class Resets {
    /** How long a signature says that the password had been reset, and its owner is told. */
    public static final Duration REMARKED = Duration.ofDays(90);

    /** Whom somebody let in so shortly before cannot confirm that one's resets. */
    private static final Duration LET_IN = Duration.ofDays(30);

    private static final Set<String> LETS_IN = Set.of("person added", "password reset");
    private final ResetStore store;
    private final People people;
    private final TransactionTemplate transactions;
    private final Audit audit;
    private final WorldClock clock;

    Resets(
            ResetStore store,
            People people,
            TransactionTemplate transactions,
            Audit audit,
            WorldClock clock) {
        this.store = store;
        this.people = people;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Returns those that nobody has confirmed, the latest first. */
    public List<Reset> open() {
        return store.open();
    }

    /** Returns those of a person that wait or that signatures still tell of, the latest first. */
    public List<Reset> of(ActorId actor) {
        return store.of(actor.code(), clock.now().minus(REMARKED));
    }

    /** Refuses with {@code signature_suspended} while a reset of the person's password waits. */
    public void requireConfirmed(ActorId signer) {
        Optional<Reset> waiting = of(signer).stream().filter(Reset::suspends).findFirst();
        if (waiting.isEmpty()) return;
        throw new Refused(Problem.of(
                        "signature_suspended",
                        403,
                        "The " + waiting.get().remark() + ", and nobody else has confirmed yet"
                                + " whose it is now.")
                .advising("Ask somebody who may sign, or another administrator, to confirm it."));
    }

    /** Returns what a signature of the person says now beside the printed name; mostly nothing. */
    public String remark(ActorId signer) {
        return of(signer).stream()
                .map(Reset::remark)
                .filter(remark -> !remark.isEmpty())
                .findFirst()
                .orElse("");
    }

    /**
     * Confirms that the person whose password was reset has chosen the new one; the confirmer has
     * just proven who he is. Refused with {@code reset_unknown}, {@code reset_not_taken_up} or
     * {@code reset_not_independent}.
     *
     * @param seen how the confirmer knows, such as that he stood beside it
     */
    void confirm(Caller by, ActorId whose, String seen) {
        if (!mayConfirm(by)) throw new Refused(Caller.missing(Permission.SIGN));
        List<Reset> waiting = waiting(whose);
        requireIndependent(by.actor(), whose, waiting);
        if (people.find(whose).filter(Resets::canSignIn).isEmpty())
            throw new Refused(
                    Problem.of("reset_not_taken_up", 409, "Nobody has chosen the new password yet.")
                            .advising("Confirm it when its owner has chosen it."));
        if (seen.isBlank())
            throw new Refused(
                    Problem.of("reason_missing", 422, "Say how you know.").with("field", "seen"));
        keep(by.author(), whose, waiting, seen.strip());
    }

    /** Says whether somebody may confirm resets of others. */
    public static boolean mayConfirm(Caller caller) {
        return caller.may(Permission.SIGN) || caller.may(Permission.ADMINISTER_PEOPLE);
    }

    /** Confirms at the console what a program of this machine itself has reset. */
    public void confirmAtConsole(Author console, ActorId whose) {
        List<Reset> waiting = store.of(whose.code(), clock.now()).stream()
                .filter(Reset::isOpen)
                .toList();
        if (!waiting.isEmpty()) keep(console, whose, waiting, "reset at the console");
    }

    private List<Reset> waiting(ActorId whose) {
        List<Reset> waiting = of(whose).stream().filter(Reset::isOpen).toList();
        if (!waiting.isEmpty()) return waiting;
        throw new Refused(Problem.of(
                "reset_unknown", 404, "No reset password of this person waits to be confirmed."));
    }

    private void requireIndependent(ActorId by, ActorId whose, List<Reset> waiting) {
        boolean isOwn = by.equals(whose) || of(by).stream().anyMatch(Reset::suspends);
        if (!isOwn && waiting.stream().noneMatch(reset -> isInHand(by, reset))) return;
        throw new Refused(Problem.of(
                        "reset_not_independent",
                        403,
                        "Somebody confirms it who neither reset it nor owns it, and whom the one"
                                + " who reset it has not just let in.")
                .advising("Ask somebody else who may sign, or another administrator."));
    }

    private boolean isInHand(ActorId by, Reset reset) {
        if (by.equals(reset.by())) return true;
        Instant since = reset.at().minus(LET_IN);
        TrailQuery query = TrailQuery.all()
                .of(PeopleRows.subject(by))
                .by(reset.by())
                .between(since, clock.now().plusSeconds(1))
                .limit(TrailQuery.MOST);
        return audit.trail(query).entries().stream()
                .filter(AuditEntry.Changed.class::isInstance)
                .map(AuditEntry.Changed.class::cast)
                .anyMatch(entry -> LETS_IN.contains(entry.action()));
    }

    private void keep(Author author, ActorId whose, List<Reset> waiting, String seen) {
        ObjectNode confirmed = JsonNodeFactory.instance.objectNode();
        var resets = confirmed.putArray("resets");
        waiting.forEach(reset -> resets.addObject()
                .put("by", reset.by().code())
                .put("at", reset.at().toString()));
        transactions.executeWithoutResult(transaction -> {
            store.confirm(whose.code(), author.actor().code(), clock.now());
            String subject = PeopleRows.subject(whose);
            audit.record(author, "password confirmed", subject, null, confirmed, seen);
        });
    }

    private static boolean canSignIn(Person person) {
        return person.standing() == Standing.ACTIVE;
    }
}
