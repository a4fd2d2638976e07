package stemma.exchange;

import stemma.journal.CanonicalJson;
import stemma.journal.MalformedJson;

import tools.jackson.databind.JsonNode;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The lines of a file of events, read in batches; a line that is not JSON is told and left out. */
final class EventLines {
    private final BufferedReader file;
    private final Consumer<EventFile.Failure> failed;
    private long number;

    /** Drafts of events, and the numbers of the lines they stand on, counted from one. */
    record Batch(List<JsonNode> drafts, List<Long> numbers) {
        static final Batch NONE = new Batch(List.of(), List.of());

        boolean isEmpty() {
            return drafts.isEmpty();
        }
    }

    EventLines(BufferedReader file, Consumer<EventFile.Failure> failed) {
        this.file = file;
        this.failed = failed;
    }

    /** Returns how many lines have been read, blank ones too. */
    long read() {
        return number;
    }

    /** Returns the next drafts, at most so many; an empty batch at the end of the file. */
    Batch next(int most) throws IOException {
        Batch batch = new Batch(new ArrayList<>(), new ArrayList<>());
        while (batch.drafts().size() < most) {
            String line = file.readLine();
            if (line == null) return batch;
            number++;
            if (line.isBlank()) continue;
            try {
                batch.drafts().add(CanonicalJson.read(line.getBytes(StandardCharsets.UTF_8)));
                batch.numbers().add(number);
            } catch (MalformedJson bad) {
                failed.accept(new EventFile.Failure(
                        number, bad.code(), String.valueOf(bad.getMessage())));
            }
        }
        return batch;
    }
}
