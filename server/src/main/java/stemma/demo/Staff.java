package stemma.demo;

import stemma.access.Access;
import stemma.access.Assignment;
import stemma.access.Caller;
import stemma.access.Invitation;
import stemma.access.NewPerson;
import stemma.access.Opened;
import stemma.access.Permission;
import stemma.identifiers.ActorId;
import stemma.journal.Author;
import stemma.ledger.Event;
import stemma.ledger.EventJson;
import stemma.signatures.Digest;
import stemma.signatures.Meaning;
import stemma.signatures.Offered;
import stemma.signatures.Signatures;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The people of the demo as the access room knows them, with passwords made up at random. */
final class Staff {
    private static final Author FOUNDER = new Author(new ActorId("demo"), "demo", "console");
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 4;
    private static final int LETTERS_PER_GROUP = 4;
    private static final Duration TOKEN_LIFE = Duration.ofDays(90);

    private final Access access;
    private final SecureRandom random = new SecureRandom();
    private final Map<Crew, String> passwords = new HashMap<>();
    private final Map<Crew, Caller> callers = new HashMap<>();
    private final Map<Crew, Signatures.Proven> proven = new HashMap<>();

    Staff(Access access) {
        this.access = access;
    }

    /** Gives everybody a new password; who does not exist yet is added first. */
    void admit() {
        for (Crew who : Crew.values()) {
            Invitation invitation = access.people().find(who.actor()).isPresent()
                    ? access.people().invite(FOUNDER, who.actor(), "the demo was started again")
                    : access.people()
                            .add(
                                    FOUNDER,
                                    new NewPerson(
                                            who.actor(),
                                            who.actor().code(),
                                            who.fullName(),
                                            List.of(Assignment.everywhere(who.role()))));
            String password = password();
            Opened opened = access.acceptInvitation(
                    invitation.secret(), password, who.author().device());
            access.resets().confirmAtConsole(FOUNDER, who.actor());
            passwords.put(who, password);
            callers.put(who, opened.caller());
        }
    }

    List<SignIn> signIns() {
        List<SignIn> all = new ArrayList<>();
        for (Crew who : Crew.values()) {
            String password = passwords.getOrDefault(who, "");
            all.add(new SignIn(who.role().word(), who.actor().code(), password));
        }
        return all;
    }

    /** Issues the integrator a token to append events with. */
    String token() {
        Caller ivo = callers.get(Crew.IVO);
        if (ivo == null) throw new IllegalStateException("nobody is admitted yet");
        Set<Permission> scope = Set.of(Permission.SEE_RECORD, Permission.APPEND_EVENTS);
        return access.tokens().issue(ivo, "demo integration", scope, TOKEN_LIFE).secret();
    }

    /** Offers to sign the event. */
    Offered sign(Signatures signatures, Act.Signing signing, Event event) {
        Digest digest = Digest.of(EventJson.bytes(event));
        return sign(signatures, signing.who(), signing.meaning(), digest);
    }

    /** Offers to sign what has that digest; the first time, the password proves who it is. */
    Offered sign(Signatures signatures, Crew who, Meaning meaning, Digest digest) {
        return proven.computeIfAbsent(
                        who,
                        one -> signatures.prove(
                                one.author(), one.actor(), passwords.getOrDefault(one, "")))
                .offer(meaning, digest);
    }

    private String password() {
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < GROUPS; i++) {
            StringBuilder group = new StringBuilder();
            for (int j = 0; j < LETTERS_PER_GROUP; j++) {
                group.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            groups.add(group.toString());
        }
        return String.join("-", groups);
    }
}
