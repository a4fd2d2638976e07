package stemma.access;

import stemma.audit.Audit;
import stemma.database.Database;
import stemma.database.TestDatabases;
import stemma.identifiers.ActorId;
import stemma.identifiers.EventIds;
import stemma.journal.Author;
import stemma.journal.Journal;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.LongStream;

/** A world with people in it, on a database of its own, with its clock set by hand. */
public final class AccessWorld implements AutoCloseable {
    public static final String PASSWORD = "four owls on the quay";
    public static final Author ADMIN = new Author(new ActorId("ada"), "session 0", "test");
    public final Database database = TestDatabases.fresh();
    public final HandClock clock = new HandClock();
    private final Journal journal = new Journal(database.app(), clock);
    public final Audit audit = new Audit(journal, new EventIds(clock::now, new SecureRandom()));
    public final Access access = new Access(database.app(), clock, audit, new SecureRandom());

    /** Adds a person with a password and the roles at every site. */
    public Person person(String name, Role... roles) {
        List<Assignment> assignments =
                List.of(roles).stream().map(Assignment::everywhere).toList();
        ActorId actor = new ActorId(name);
        String printed = Character.toUpperCase(name.charAt(0)) + name.substring(1) + " Example";
        Invitation invitation =
                access.people().add(ADMIN, new NewPerson(actor, name, printed, assignments));
        Opened ignored = access.acceptInvitation(invitation.secret(), PASSWORD, "test");
        return access.people().find(actor).orElseThrow();
    }

    /** Returns the audit trail in the order of recording, one line of JSON for each entry. */
    public List<String> trail() {
        List<Long> seqs = LongStream.rangeClosed(1, 1_000).boxed().toList();
        return journal.read(seqs).stream()
                .map(entry -> new String(entry.body(), StandardCharsets.UTF_8))
                .toList();
    }

    @Override
    public void close() {
        database.close();
    }
}
