package stemma.kill;

import static org.assertj.core.api.Assertions.assertThat;

import stemma.identifiers.EventIds;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * Sixteen clients at a server that is killed again and again. After each kill nothing that was
 * acknowledged is missing; the clients send again what they do not know the fate of.
 */
final class Siege implements AutoCloseable {
    private static final int HANDS = 16;
    private static final String HOT_LOT = "1000000 kg";

    private final Random random;
    private final Path data;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Acknowledgements log = new Acknowledgements();
    private final Gate gate = new Gate();
    private final List<Hand> hands = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final List<Duration> returns = new ArrayList<>();
    private final Record record;
    private final ServerProcess server;
    private long lostIfAcknowledgedWhenSent;

    private Siege(Path data, long seed) {
        this.random = new Random(seed);
        this.data = data;
        this.record = new Record(data);
        String token = Mill.found(data);
        this.server = ServerProcess.start(client, data, freePort());
        EventIds ids = new EventIds(Instant::now, new Random(seed));
        for (int i = 0; i < HANDS; i++)
            hands.add(new Hand(
                    client, server.address("/api/v1/events"), token, ids, log, gate, "H" + i));
    }

    static Siege lay(Path data, long seed) {
        Siege siege = new Siege(data, seed);
        try {
            siege.begin();
            return siege;
        } catch (RuntimeException | Error failure) {
            siege.close();
            throw failure;
        }
    }

    private void begin() {
        try {
            UUID id = new EventIds(Instant::now, new Random(random.nextLong()))
                    .next()
                    .uuid();
            hands.getFirst().record(id, Hand.received(id, "HOT", HOT_LOT));
        } catch (InterruptedException ended) {
            throw new AssertionError(ended);
        }
        hands.forEach(hand -> threads.add(Thread.ofPlatform().start(hand)));
    }

    /** Kills the server alone: its PostgreSQL is an orphan, which the next start puts an end to. */
    void killServer() {
        underLoad();
        server.kill();
        Set<UUID> underWay = log.underWay();
        server.startAgain();
        back();
        lostIfAcknowledgedWhenSent +=
                record.missing(server.databasePort(), underWay).size();
        gate.open();
    }

    /** Kills of PostgreSQL what is told; the server brings it back by itself. */
    void kill(Victim victim) {
        underLoad();
        victim.kill(server);
        back();
        gate.open();
    }

    private void underLoad() {
        log.awaitMore(20 + random.nextInt(60));
        refuseForeign();
        gate.close();
    }

    private void refuseForeign() {
        if (!log.foreign().isEmpty())
            throw new AssertionError("a client was told " + log.foreign() + "\n" + server.said());
    }

    private void back() {
        returns.add(server.awaitReady());
        assertThat(record.missing(server.databasePort(), log.all()))
                .as("acknowledged and lost")
                .isEmpty();
    }

    /** Lets every client learn the fate of its last event, and stops the server in order. */
    void lift() {
        hands.forEach(Hand::stop);
        gate.open();
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException ended) {
                throw new AssertionError(ended);
            }
        }
        int port = server.databasePort();
        assertThat(log.underWay()).as("of unknown fate").isEmpty();
        refuseForeign();
        assertThat(record.missing(port, log.all())).as("acknowledged and lost").isEmpty();
        assertThat(record.count(port, "journal.entry where kind = 1"))
                .as("events recorded, each exactly once")
                .isEqualTo(log.all().size());
        assertThat(record.count(
                        port,
                        "(select code from ledger.document group by code having count(*) > 1) d"))
                .as("documents that stand twice")
                .isZero();
        server.stop();
        FoldedStock.check(data);
    }

    long lostIfAcknowledgedWhenSent() {
        return lostIfAcknowledgedWhenSent;
    }

    /** Says in a line how many kills there were, and how long the server was away. */
    String summary() {
        List<Duration> sorted = returns.stream().sorted().toList();
        return sorted.size() + " kills, " + log.all().size() + " events acknowledged; back after "
                + sorted.get(sorted.size() / 2).toMillis() + " ms (median), "
                + sorted.getLast().toMillis() + " ms (longest)";
    }

    Duration longestAway() {
        return returns.stream().max(Duration::compareTo).orElseThrow();
    }

    @Override
    public void close() {
        hands.forEach(Hand::stop);
        threads.forEach(Thread::interrupt);
        server.stop();
        client.close();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
