package stemma.kill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Nothing that was acknowledged is lost or doubled by {@code kill -9}. */
@Timeout(value = 40, unit = TimeUnit.MINUTES)
class KillTest {
    private static final long SEED = 7741;
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path data;

    @Test
    void ten_kills_of_the_server_lose_and_double_nothing() {
        killServer(10);
    }

    @Test
    void twenty_kills_of_postgresql_lose_and_double_nothing() {
        killPostgres(20);
    }

    @Test
    @Tag("slow")
    void a_hundred_kills_of_the_server_lose_and_double_nothing() {
        killServer(100);
    }

    @Test
    @Tag("slow")
    void two_hundred_kills_of_postgresql_lose_and_double_nothing() {
        killPostgres(200);
    }

    /**
     * The control is a client that takes an event for recorded when it has sent it, as a server
     * would make it that answers before it commits. Killing a process drops no page that the
     * operating system holds, so fsync turned off would prove nothing here.
     */
    private void killServer(int times) {
        try (Siege siege = Siege.lay(data, SEED)) {
            for (int i = 0; i < times; i++) siege.killServer();
            siege.lift();
            System.out.println("server: " + siege.summary());
            assertThat(siege.longestAway()).isLessThan(SOON);
            assertThat(siege.lostIfAcknowledgedWhenSent())
                    .as("lost of what was sent and not answered: the check can find a loss")
                    .isPositive();
        }
    }

    private void killPostgres(int times) {
        try (Siege siege = Siege.lay(data, SEED)) {
            for (int i = 0; i < times; i++) siege.kill(Victim.values()[i % Victim.values().length]);
            siege.lift();
            System.out.println("PostgreSQL: " + siege.summary());
            assertThat(siege.longestAway()).isLessThan(SOON);
        }
    }
}
