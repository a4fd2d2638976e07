package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import stemma.ApiClient.Reply;
import stemma.access.Role;
import stemma.database.Database;
import stemma.database.DatabaseChoice;
import stemma.database.RunningDatabase;
import stemma.database.TestDatabases;
import stemma.identifiers.ItemCode;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;

/** The server goes on without its database, says so at once, and records again when it is back. */
class DatabaseAwayTest {
    private static final Duration AT_ONCE = Duration.ofSeconds(2);
    private static final Duration SOON = Duration.ofSeconds(5);
    private final Database empty = TestDatabases.fresh();
    private final Wire wire = Wire.to(port(empty));
    private final RunningDatabase running = RunningDatabase.open(new DatabaseChoice.External(
            "jdbc:postgresql://127.0.0.1:" + wire.port() + uri(empty).getPath(),
            TestDatabases.LOGINS));
    private final ApiPlant plant = ApiPlant.stocked(running.database());

    @AfterEach
    void close() {
        plant.close();
        running.close();
        wire.close();
        empty.close();
    }

    private static URI uri(Database database) {
        String url = ((HikariDataSource) database.owner()).getJdbcUrl();
        return URI.create(url.substring("jdbc:".length()));
    }

    private static int port(Database database) {
        return uri(database).getPort();
    }

    /** What was said, and after how long. */
    private record Told(Reply reply, Duration after) {
        static Told by(Supplier<Reply> asked) {
            Instant begun = Instant.now();
            return new Told(asked.get(), Duration.between(begun, Instant.now()));
        }
    }

    @Test
    void thirty_two_are_told_at_once_and_what_they_send_again_counts_once() throws Exception {
        ApiClient ivo = plant.program();
        List<String> receipts = new ArrayList<>();
        for (int i = 0; i < 32; i++) receipts.add(plant.receipt(plant.id(), "A-" + i, "5 kg"));
        assertThat(ivo.post("/api/v1/events", receipts.getFirst()).status()).isEqualTo(201);
        wire.cut();
        assertThat(atOnce(receipts, receipt -> ivo.post("/api/v1/events", receipt)))
                .allSatisfy(one -> {
                    assertThat(one.reply().status()).isEqualTo(503);
                    assertThat(one.reply().code()).isEqualTo("not_yet_recorded");
                    assertThat(one.reply().raw().headers().firstValue("Retry-After"))
                            .isPresent();
                    assertThat(one.after()).isLessThan(AT_ONCE);
                });
        wire.mend();
        Instant mended = Instant.now();
        while (ivo.post("/api/v1/events", receipts.getFirst()).status() == 503)
            assertThat(Duration.between(mended, Instant.now())).isLessThan(SOON);
        for (String receipt : receipts)
            assertThat(ivo.post("/api/v1/events", receipt).status()).isEqualTo(201);
        assertThat(plant.world.lots().ofItem(new ItemCode("flour"), 0, 100)).hasSize(32);
    }

    private static List<Told> atOnce(List<String> receipts, Function<String, Reply> asked)
            throws Exception {
        List<Told> told = new ArrayList<>();
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Told>> work = receipts.stream()
                    .map(r -> (Callable<Told>) () -> Told.by(() -> asked.apply(r)))
                    .toList();
            for (Future<Told> one : hands.invokeAll(work)) told.add(one.get());
        }
        return told;
    }

    @Test
    void a_person_is_shown_at_once_what_is_wrong_and_what_to_do() {
        ApiClient quinn = plant.person("quinn", Role.QUALITY);
        ApiClient nobody = plant.stranger();
        wire.cut();
        for (ApiClient browser : List.of(quinn, nobody)) {
            Told told = Told.by(() -> browser.get("/lots?number=A-1", "Accept", "text/html"));
            assertThat(told.after()).isLessThan(AT_ONCE);
            if (browser == nobody) continue;
            assertThat(told.reply().status()).isEqualTo(503);
            assertThat(told.reply().body())
                    .contains("The database does not answer.", "Send it again in a moment");
        }
    }
}
