package stemma;

import stemma.database.Database;
import stemma.database.DiskRoom;
import stemma.database.RunningDatabase;
import stemma.journal.Copies;
import stemma.journal.DatabaseClock;
import stemma.journal.Keyring;
import stemma.journal.Sealer;
import stemma.journal.WorldClock;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;

/** Database, world, sealing and pages of one process, started in that order, stopped in reverse. */
final class RunningServer implements AutoCloseable {
    private final RunningDatabase database;
    private final World world;
    private final Sealing sealing;
    private final WebServer web;
    private final Clockwork clockwork;
    private final PostRound post;
    private final String host;

    private RunningServer(
            RunningDatabase database,
            World world,
            Sealing sealing,
            WebServer web,
            Clockwork clockwork,
            PostRound post,
            String host) {
        this.database = database;
        this.world = world;
        this.sealing = sealing;
        this.web = web;
        this.clockwork = clockwork;
        this.post = post;
        this.host = host;
    }

    static RunningServer start(Options options) {
        return start(options, Beginning.AS_IT_STANDS);
    }

    static RunningServer start(Options options, Beginning beginning) {
        Optional<MailChoice> mail = MailChoice.of(options);
        RunningDatabase database = RunningDatabase.open(options.database());
        try {
            WorldClock clock =
                    beginning.clock(new DatabaseClock(database.database().app()));
            World world = world(database.database(), options.data(), clock);
            beginning.begin(world);
            Sealing sealing = Sealing.start(world.sealer());
            try {
                DiskRoom disk = database.diskRoom();
                Readiness readiness = new Readiness(world, disk, sealing::lag);
                WebServer web = WebServer.start(
                        world, readiness, disk, options.address(), options.port(), options.zone());
                Clockwork clockwork = Clockwork.start(world, Proving.rounds(world, options.data()));
                PostRound post =
                        PostRound.start(mail.map(choice -> choice.mailing(world, options.data())));
                return new RunningServer(
                        database, world, sealing, web, clockwork, post, options.address());
            } catch (RuntimeException refused) {
                sealing.close();
                throw refused;
            }
        } catch (RuntimeException refused) {
            database.close();
            throw refused;
        }
    }

    /** Opens the world of a server: its sealing key and copied checkpoints lie beside the data. */
    static World world(Database database, Path data) {
        return world(database, data, new DatabaseClock(database.app()));
    }

    private static World world(Database database, Path data, WorldClock clock) {
        Keyring keys = new Keyring(data);
        keys.finish(database.app());
        Copies copies = new Copies(data.resolve("checkpoints"));
        Sealer sealer = new Sealer(database.sealer(), clock, keys.current(), Optional.of(copies));
        World world = World.open(
                database, clock, new SecureRandom(), sealer, data.resolve("genealogy.index"));
        copies.keepHandovers(world.journal().handovers());
        world.journal().signedBy(keys.verifying()::all);
        new KeyChange(world, keys).tellOfBeginning();
        return world;
    }

    World world() {
        return world;
    }

    String address() {
        return "http://" + host + ":" + web.port();
    }

    @Override
    public void close() {
        post.close();
        clockwork.close();
        web.close();
        sealing.close();
        world.genealogy().index().save();
        database.close();
    }
}
