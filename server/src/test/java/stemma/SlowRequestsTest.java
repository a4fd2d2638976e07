package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;

/** Neither a question that takes too long nor a client that never finishes holds anything up. */
class SlowRequestsTest {
    private static final String PATIENCE = "server.tomcat.connection-timeout";
    private final String before = System.setProperty(PATIENCE, "2s");
    private final ApiPlant plant = ApiPlant.stocked();

    @AfterEach
    void close() {
        plant.close();
        if (before == null) System.clearProperty(PATIENCE);
        else System.setProperty(PATIENCE, before);
    }

    @Test
    void a_question_that_takes_longer_than_five_seconds_is_too_broad() throws SQLException {
        ApiClient ivo = plant.program();
        try (Connection connection = plant.database.owner().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table lots.lot in access exclusive mode");
            Instant begun = Instant.now();
            new Refusing(plant)
                    .told(
                            422,
                            "too_broad",
                            "took too long",
                            () -> ivo.get("/api/v1/lots?item=flour&beginning=A"));
            assertThat(Duration.between(begun, Instant.now()))
                    .isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
            connection.rollback();
        }
        assertThat(ivo.get("/api/v1/lots?item=flour&beginning=A").status()).isEqualTo(200);
    }

    @Test
    void a_client_that_never_finishes_is_sent_away_and_leaves_nothing() throws IOException {
        ApiClient ivo = plant.program();
        DatabaseContent before = DatabaseContent.of(plant.database);
        String head = "POST /api/v1/events HTTP/1.1\r\nHost: x\r\n";
        assertThat(stalled(head)).isEmpty();
        String body = plant.receipt(plant.id(), "S-1", "5 kg");
        String answer = stalled(head + "Content-Type: application/json\r\nAuthorization: Bearer "
                + ivo.token() + "\r\nContent-Length: " + (body.length() + 1) + "\r\n\r\n"
                + body);
        assertThat(answer).startsWith("HTTP/1.1 408").contains("\"code\":\"too_slow\"");
        DatabaseContent after = DatabaseContent.of(plant.database);
        assertThat(before.beyond(after)).isEmpty();
        assertThat(after.beyond(before)).doesNotContainKey("ledger.event");
    }

    /** Sends that and no more; returns what is answered before the connection is closed. */
    private String stalled(String sent) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", plant.web.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(sent.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
