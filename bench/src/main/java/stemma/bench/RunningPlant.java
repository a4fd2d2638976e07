package stemma.bench;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.World;
import stemma.access.Assignment;
import stemma.access.Caller;
import stemma.access.NewPerson;
import stemma.access.Permission;
import stemma.access.Role;
import stemma.catalog.Amendment;
import stemma.catalog.AmendmentAnswer;
import stemma.database.Database;
import stemma.database.DatabaseChoice;
import stemma.database.RunningDatabase;
import stemma.identifiers.ActorId;
import stemma.journal.Author;
import stemma.journal.DatabaseClock;
import stemma.journal.Sealer;
import stemma.journal.SealingKey;
import stemma.ledger.Answer;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The product's rooms on an embedded database, durable as a real one, with the plant's masters. */
final class RunningPlant implements AutoCloseable {
    static final Author AUTHOR = new Author(new ActorId("bench"), "bench", "console");

    private final RunningDatabase database;
    private final World world;

    private RunningPlant(RunningDatabase running, Path directory) {
        this.database = running;
        Database database = running.database();
        DatabaseClock clock = new DatabaseClock(database.app());
        // The key that a server on the directory signs with, so that it may go on.
        SealingKey key = SealingKey.openOrMake(directory.resolve("sealing.key"), "stemma/journal");
        Sealer sealer = new Sealer(database.sealer(), clock, key, Optional.empty());
        this.world = World.open(database, clock, new SecureRandom(), sealer);
    }

    /** Starts on the directory; opens the plant there where it is not open yet. */
    static RunningPlant start(Path directory) {
        RunningPlant plant = new RunningPlant(
                RunningDatabase.open(new DatabaseChoice.Embedded(directory)), directory);
        if (plant.events() == 0) plant.define();
        return plant;
    }

    private void define() {
        Amendment masters = Amendment.of(PlantMasters.all(), "The plant of the bench opens.");
        if (world.catalog().amend(masters, AUTHOR) instanceof AmendmentAnswer.Refused(var why))
            throw new IllegalStateException("the masters of the bench: " + why);
    }

    World world() {
        return world;
    }

    RunningDatabase database() {
        return database;
    }

    JdbcClient owner() {
        return JdbcClient.create(database.database().owner());
    }

    long events() {
        return owner().sql("select count(*) from ledger.event")
                .query(Long.class)
                .single();
    }

    String postgres() {
        return owner().sql("show server_version").query(String.class).single();
    }

    /** Issues a token for a program that may do so much. */
    String token(Set<Permission> may) {
        return world.access()
                .tokens()
                .issue(caller(), "bench", may, Duration.ofDays(1))
                .secret();
    }

    /** Lets somebody in who may write and read the record. */
    private Caller caller() {
        ActorId actor = world.access().people().newActor();
        var invitation = world.access()
                .people()
                .add(
                        AUTHOR,
                        new NewPerson(
                                actor,
                                "bench-" + actor.code().substring(0, 8),
                                "The reader of the bench",
                                List.of(Assignment.everywhere(Role.INTEGRATOR))));
        return world.access()
                .acceptInvitation(invitation.secret(), UUID.randomUUID().toString(), "bench")
                .caller();
    }

    /** A refused event is a fault of the plant's story: what follows would not be what is meant. */
    static void stood(Answer answer) {
        if (answer instanceof Answer.Refused(var event, var why))
            throw new IllegalStateException(
                    "the bench is refused at " + event + ": " + why.code() + " " + why.sentence());
    }

    @Override
    public void close() {
        database.close();
    }
}
