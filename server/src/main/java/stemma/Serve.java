package stemma;

import java.util.concurrent.CountDownLatch;

/** {@code serve}: opens the database and answers on the port until the program is stopped. */
final class Serve implements Command {

    @Override
    public String name() {
        return "serve";
    }

    @Override
    public String purpose() {
        return "start the server on the data of this directory";
    }

    @Override
    public int run(Options options) {
        RunningServer server = RunningServer.start(options);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            stopped.countDown();
        }));
        System.out.println("Stemma answers on " + server.address());
        server.world()
                .access()
                .firstVisit()
                .ifPresent(first ->
                        System.out.println("Nobody can sign in yet: open " + server.address()
                                + "/welcome and give this token, once: " + first.token()));
        await(stopped);
        return DONE;
    }

    private static void await(CountDownLatch stopped) {
        try {
            stopped.await();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }
}
