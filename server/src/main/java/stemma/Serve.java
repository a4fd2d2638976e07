package stemma;

import stemma.access.Access;
import stemma.access.Invitation;
import stemma.access.Person;

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
    public String help() {
        return """
                bin/stemma serve [--data DIR] [--port 8080] [--address 127.0.0.1] [--zone ZONE]

                Answers on the port until it is stopped. Without STEMMA_DATABASE_URL it starts the
                embedded PostgreSQL of the data directory (./data). On an empty one it prints a
                one-time token with which the first visit makes the administrator.

                  --zone ZONE   the zone in which pages show times, such as Europe/Dublin
                  STEMMA_DATABASE_URL, STEMMA_DATABASE_USER, STEMMA_DATABASE_PASSWORD
                                a PostgreSQL 15 or newer of your own
                  STEMMA_DATABASE_OWNER_USER, _PASSWORD, STEMMA_DATABASE_SEALER_USER, _PASSWORD
                                who owns the tables and who seals, where that is not the same user
                  STEMMA_MAIL_HOST, STEMMA_MAIL_FROM, STEMMA_MAIL_TO and others
                                a mail server that sends checkpoints out (docs/operations.md)
                  STEMMA_MEMORY the most memory of the program, 1g unless told""";
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
        sayWhoMayEnter(server);
        await(stopped);
        return DONE;
    }

    private static void sayWhoMayEnter(RunningServer server) {
        Access access = server.world().access();
        access.firstVisit()
                .ifPresent(first ->
                        System.out.println("Nobody can sign in yet: open " + server.address()
                                + "/welcome and give this token, once: " + first.token()));
        for (Invitation invitation : access.readmitAdministrators()) {
            Person person = access.invited(invitation.secret());
            System.out.println("No administrator can sign in. For " + person.printedName()
                    + ", sign-in code " + person.code() + ": open " + server.address()
                    + "/invitation and give this, once: " + invitation.secret());
        }
    }

    private static void await(CountDownLatch stopped) {
        try {
            stopped.await();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }
}
