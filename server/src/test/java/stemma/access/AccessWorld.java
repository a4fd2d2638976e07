package stemma.access;

import stemma.database.Database;
import stemma.database.TestDatabases;
import stemma.identifiers.ActorId;
import stemma.journal.Author;

import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A world with people in it, on a database of its own, with its clock set by hand. */
public final class AccessWorld implements AutoCloseable {
    public static final String PASSWORD = "four owls on the quay";
    public static final Author ADMIN = new Author(new ActorId("ada"), "session 0", "test");
    public final Database database = TestDatabases.fresh();
    public final HandClock clock = new HandClock();
    public final List<String> trail = new CopyOnWriteArrayList<>();
    public final Trail audit = (author, action, subject, before, after, reason) ->
            trail.add(author.actor() + " " + action + " " + subject + " " + before + " " + after);
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

    @Override
    public void close() {
        database.close();
    }
}
