package stemma.bench;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The same questions asked over HTTP of a server of its own, as pages and by the API. */
final class Browsing {
    private static final int WARM_ROUNDS = 2;
    // The compiler of a server comes to rest after some thousands of answers of a kind.
    private static final int ROUNDS_TO_REST = 60;
    private static final int ROUNDS = 5;

    private final Path directory;
    private final String token;
    private final History history;

    Browsing(Path directory, String token, History history) {
        this.directory = directory;
        this.token = token;
        this.history = history;
    }

    /** Starts the server on the data, which nobody else may have open, and asks. */
    void browse(long size, List<Suspects.Suspect> suspects) {
        try (OwnServer server = new OwnServer(directory, token)) {
            time(size, "page.lot_card", suspects, server, id -> server.get("/lots/card", id));
            time(size, "page.board", suspects, server, id -> server.get("/board", id));
            time(size, "page.trace", suspects, server, id -> server.get("/trace", id));
            time(size, "api.board", suspects, server, id -> server.get("/api/v1/board", id));
            time(size, "api.trace", suspects, server, id -> trace(server, id, "forward"));
            time(size, "api.trace.both_ways", suspects, server, id -> trace(server, id, "both"));
            time(
                    size,
                    "api.trace.both_ways.at_rest",
                    suspects,
                    server,
                    id -> trace(server, id, "both"),
                    ROUNDS_TO_REST);
            history.add(size, "api.trace.median_relatives", median(suspects), "lots");
        }
    }

    private void time(
            long size,
            String metric,
            List<Suspects.Suspect> suspects,
            OwnServer server,
            Function<String, HttpRequest> request) {
        time(size, metric, suspects, server, request, WARM_ROUNDS);
    }

    private void time(
            long size,
            String metric,
            List<Suspects.Suspect> suspects,
            OwnServer server,
            Function<String, HttpRequest> request,
            int warm) {
        List<Double> measured = new ArrayList<>();
        for (int round = 0; round < warm + ROUNDS; round++) {
            for (Suspects.Suspect suspect : suspects) {
                HttpRequest asked = request.apply(suspect.lot().toString());
                long start = System.nanoTime();
                var unused = server.answer(asked);
                if (round >= warm) measured.add((System.nanoTime() - start) / 1e6);
            }
        }
        history.add(size, metric, Figures.of(measured));
    }

    private static double median(List<Suspects.Suspect> suspects) {
        return Figures.of(suspects.stream()
                        .map(suspect -> (double) suspect.relatives())
                        .toList())
                .p50();
    }

    private static HttpRequest trace(OwnServer server, String id, String direction) {
        String body = "{\"roots\":[{\"id\":\"" + id + "\"}],\"direction\":\"" + direction + "\"}";
        return server.post("/api/v1/traces", body.getBytes(StandardCharsets.UTF_8));
    }
}
