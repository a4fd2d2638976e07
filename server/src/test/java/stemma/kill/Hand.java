package stemma.kill;

import stemma.identifiers.EventIds;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * One client: receives lots of its own and feeds runs from one hot lot, one event after the other.
 * An event whose fate it does not know it sends again under the same id until it is told.
 */
final class Hand implements Runnable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client;
    private final URI events;
    private final String token;
    private final EventIds ids;
    private final Acknowledgements log;
    private final Gate gate;
    private final String name;
    private volatile boolean stopped;

    Hand(
            HttpClient client,
            URI events,
            String token,
            EventIds ids,
            Acknowledgements log,
            Gate gate,
            String name) {
        this.client = client;
        this.events = events;
        this.token = token;
        this.ids = ids;
        this.log = log;
        this.gate = gate;
        this.name = name;
    }

    /** Lets it finish what it has begun, and begin nothing more. */
    void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        try {
            for (int number = 1; !stopped; number++) {
                UUID id = ids.next().uuid();
                String code = name + "-" + number;
                record(id, number % 3 == 0 ? consumed(id, code) : received(id, code, "1 kg"));
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (IllegalStateException foreign) {
            stopped = true;
        }
    }

    /** Sends until it is acknowledged. */
    void record(UUID id, String event) throws InterruptedException {
        log.sent(id);
        while (!isAcknowledged(id, event)) gate.pass();
    }

    private boolean isAcknowledged(UUID id, String event) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(events)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(event))
                .build();
        try {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            int status = answer.statusCode();
            if (status == 200 || status == 201) {
                log.acknowledged(id);
                return true;
            }
            if (status == 503 && answer.body().contains("not_yet_recorded")) return false;
            log.foreign(status + " " + answer.body());
            throw new IllegalStateException("answered " + status + " " + answer.body());
        } catch (IOException unknown) {
            return false;
        }
    }

    static String received(UUID id, String code, String quantity) {
        return """
                {"event": "received", "id": "%s", "claim": "intent", "evidence": "scanned",
                 "site": "MAIN", "occurredAt": %s, "receipt": "R-%s", "supplier": "Mill",
                 "lots": [{"passport": {"item": "flour", "number": "%s"}, "quantity": "%s",
                           "to": "at:MAIN/MAIN"}]}
                """.formatted(id, now(), code, code, quantity);
    }

    private static String consumed(UUID id, String code) {
        return """
                {"event": "consumed", "id": "%s", "claim": "intent", "evidence": "scanned",
                 "site": "MAIN", "occurredAt": %s, "run": {"id": "WO-%s"},
                 "inputs": [{"lot": "HOT", "quantity": "1 kg",
                             "from": "at:MAIN/MAIN"}]}
                """.formatted(id, now(), code);
    }

    private static String now() {
        return """
                {"from": "%1$s", "to": "%1$s", "source": "device", "zone": "UTC"}
                """.formatted(Instant.now());
    }
}
