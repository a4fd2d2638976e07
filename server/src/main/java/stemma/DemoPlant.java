package stemma;

import stemma.demo.Demo;
import stemma.demo.DemoRooms;
import stemma.demo.SignIn;
import stemma.demo.StoryClock;
import stemma.demo.Told;
import stemma.journal.WorldClock;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code demo}: like serve, on data that are filled with the demo company the first time. */
final class DemoPlant implements Command {
    private static final int TENTHS = 10;

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public String purpose() {
        return "start the server on the demo company; prints a sign-in for each role";
    }

    @Override
    public String help() {
        return """
                bin/stemma demo [--data DIR] [--port 8080] [--address 127.0.0.1] [--zone ZONE]

                Starts the server on the demo company, Harbour Lane Foods, and prints a sign-in for
                each role. The first time it tells the company's fourteen months to an empty data
                directory (./data), which takes about a minute; started again it keeps what was
                entered and gives everybody a new password.""";
    }

    @Override
    public int run(Options options) {
        Telling telling = new Telling(System.out);
        RunningServer server = RunningServer.start(atThePlant(options), telling);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            stopped.countDown();
        }));
        telling.print();
        System.out.println("Stemma answers on " + server.address());
        System.out.println("The story: glass in carrot lot C-7741. Sign in and search for it.");
        try {
            stopped.await();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
        return DONE;
    }

    /** Pages show the plant's time unless another zone is asked for. */
    private static Options atThePlant(Options options) {
        if (options.setting("zone").isPresent()) return options;
        Map<String, String> given = Stream.concat(
                        options.given().entrySet().stream(),
                        Map.of("zone", Demo.zone().getId()).entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Options(options.files(), given, options.environment());
    }

    /**
     * Tells the story to an empty world; in one that has heard it, everybody gets a new password.
     */
    private static final class Telling implements Beginning {
        private final PrintStream console;
        private List<SignIn> signIns = List.of();
        private String token = "";
        private int tenth;

        Telling(PrintStream console) {
            this.console = console;
        }

        @Override
        public WorldClock clock(WorldClock database) {
            return new StoryClock(database);
        }

        @Override
        public void begin(World world) {
            if (!(world.clock() instanceof StoryClock clock)) {
                throw new IllegalStateException("the demo runs by its own clock");
            }
            DemoRooms rooms = new DemoRooms(
                    world.catalog(),
                    world.access(),
                    world.signatures(),
                    world.ledger(),
                    new DemoRooms.Judging(
                            world.judgement().quality(),
                            world.judgement().specifying(),
                            world.judgement().inspecting(),
                            world.judgement().retests(),
                            world.judgement().retaining(),
                            world.judgement().certificates(),
                            world.judgement().issuing(),
                            world.judgement().cases(),
                            world.judgement().telling()),
                    clock,
                    world.sealer()::seal);
            switch (Demo.of(world.access())) {
                case EMPTY -> load(rooms);
                case TOLD -> signIns = Demo.admitAgain(rooms);
                case OTHER ->
                    throw new IllegalArgumentException(
                            "this data directory holds another plant, or a demo that was stopped"
                                    + " while it was loaded; name an empty one with --data");
            }
        }

        private void load(DemoRooms rooms) {
            console.println("Harbour Lane Foods opens; fourteen months are told.");
            Told told = Demo.load(rooms, (events, of) -> {
                if (events * TENTHS / of == tenth) return;
                tenth = events * TENTHS / of;
                console.println("  " + events + " of " + of + " events");
            });
            signIns = told.signIns();
            token = told.token();
        }

        void print() {
            console.println();
            for (SignIn who : signIns) {
                console.printf("  %-20s %-6s  %s%n", who.role(), who.code(), who.password());
            }
            if (!token.isEmpty()) console.println("  API token of ivo     " + token);
            console.println();
        }
    }
}
