package stemma;

import stemma.database.RunningDatabase;
import stemma.journal.DatabaseClock;

/** Database, world and web server of one process, started in that order and stopped in reverse. */
final class RunningServer implements AutoCloseable {
    private final RunningDatabase database;
    private final World world;
    private final WebServer web;
    private final String host;

    private RunningServer(RunningDatabase database, World world, WebServer web, String host) {
        this.database = database;
        this.world = world;
        this.web = web;
        this.host = host;
    }

    static RunningServer start(Options options) {
        RunningDatabase database = RunningDatabase.open(options.database());
        try {
            World world = World.open(
                    database.database(), new DatabaseClock(database.database().app()));
            WebServer web =
                    WebServer.start(world, options.address(), options.port(), options.zone());
            return new RunningServer(database, world, web, options.address());
        } catch (RuntimeException refused) {
            database.close();
            throw refused;
        }
    }

    World world() {
        return world;
    }

    String address() {
        return "http://" + host + ":" + web.port();
    }

    @Override
    public void close() {
        web.close();
        database.close();
    }
}
