package stemma.bench;

import stemma.access.Permission;
import stemma.identifiers.LotId;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A recall of one lot of salt that went into every second mix the plant ever made: its exposure
 * board, the rows behind it and its trace, over HTTP.
 */
final class Recall {
    private static final int WARM = 2;
    private static final int COUNTED = 5;

    /** In a plant of more events the server has no memory for all lots in one answer. */
    private static final int MOST_IN_ONE_ANSWER = 700_000;

    private static final long SEED = 20_260_102;

    private final OwnServer server;
    private final History history;
    private final long events;

    private Recall(OwnServer server, History history, long events) {
        this.server = server;
        this.history = history;
        this.events = events;
    }

    /** Grows the plant by file and asks a server on the data, which nobody else may have open. */
    static void run(Path directory, Path data, History history, int events) {
        String token;
        LotId salt;
        try (RunningPlant plant = RunningPlant.start(data)) {
            history.on(plant.postgres());
            PlantStory story = new PlantStory("RECALL", SEED, Integer.MAX_VALUE / 10);
            new Importing(plant, history, directory, story).events(events);
            plant.owner().sql("analyze").update();
            salt = story.salt();
            token = plant.token(Set.of(Permission.SEE_RECORD));
        }
        try (OwnServer server = new OwnServer(data, token)) {
            new Recall(server, history, events).of(salt);
        }
    }

    private void of(LotId salt) {
        String id = salt.toString();
        time("recall.board_sums", server.get("/api/v1/board", "detail=sums&id", id));
        time("recall.board_page", server.get("/board", id));
        time("recall.customers_page", server.get("/board/rows", "show=customers&id", id));
        time("recall.shipments_page", server.get("/board/rows", "show=shipments&id", id));
        time("recall.rows_file", server.get("/board/rows.csv", "show=all&id", id));
        time("recall.shipments_file", server.get("/board/rows.csv", "show=shipments&id", id));
        if (events > MOST_IN_ONE_ANSWER) return;
        time("recall.board", server.get("/api/v1/board", id));
        time("recall.trace_page", server.get("/trace", id));
    }

    private void time(String metric, HttpRequest request) {
        List<Double> measured = new ArrayList<>();
        for (int round = 0; round < WARM + COUNTED; round++) {
            long start = System.nanoTime();
            var unused = server.answer(request);
            if (round >= WARM) measured.add((System.nanoTime() - start) / 1e6);
        }
        history.add(events, metric, Figures.of(measured));
    }
}
