package stemma.exchange;

import stemma.journal.Author;
import stemma.journal.CanonicalJson;
import stemma.journal.MalformedJson;
import stemma.ledger.Answer;
import stemma.ledger.MalformedEvent;
import stemma.ledger.Submission;

import tools.jackson.databind.JsonNode;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Appends the events of a file, one submission a line in the JSON of {@code POST /events}, under
 * this ledger's clock. Each line stands or falls by itself; the same file may be sent again at any
 * time.
 */
public final class EventFile {
    private static final int BATCH = 1_000;

    private final Intake intake;

    public EventFile(Intake intake) {
        this.intake = intake;
    }

    /**
     * What became of a file: how many lines stand, how many stood before, and each that was
     * refused.
     */
    public record Report(long appended, long repeated, List<Failure> failures) {}

    /** A refused line, counted from one, with its code and a plain sentence. */
    public record Failure(long line, String code, String sentence) {}

    /** Reads to the end; {@code progress} is told the number of lines done after each batch. */
    public Report read(BufferedReader file, Author author, Consumer<Long> progress)
            throws IOException {
        Tally tally = new Tally();
        List<JsonNode> batch = new ArrayList<>();
        List<Long> lines = new ArrayList<>();
        long number = 0;
        for (String line = file.readLine(); line != null; line = file.readLine()) {
            number++;
            if (line.isBlank()) continue;
            try {
                batch.add(CanonicalJson.read(line.getBytes(StandardCharsets.UTF_8)));
                lines.add(number);
            } catch (MalformedJson bad) {
                tally.fail(number, bad.code(), String.valueOf(bad.getMessage()));
            }
            if (batch.size() == BATCH) {
                take(author, batch, lines, tally);
                progress.accept(number);
            }
        }
        take(author, batch, lines, tally);
        progress.accept(number);
        return tally.report();
    }

    private void take(Author author, List<JsonNode> batch, List<Long> lines, Tally tally) {
        List<Intake.Taken> taken = intake.take(author, batch, EventFile::unsigned);
        for (int i = 0; i < taken.size(); i++) tally.count(lines.get(i), taken.get(i));
        batch.clear();
        lines.clear();
    }

    /** A password in a file would be read by whoever reads the file. */
    private static Submission unsigned(Submission read, Signing.Unsigned sent) {
        if (sent.wish().isEmpty()) return read;
        throw new MalformedEvent(
                "field_not_yours", "sign", "a file is not signed; sign at the API or on a page");
    }

    private static final class Tally {
        private long appended;
        private long repeated;
        private final List<Failure> failures = new ArrayList<>();

        void count(long line, Intake.Taken taken) {
            switch (taken) {
                case Intake.Taken.Turned(var _, var problem) ->
                    fail(line, problem.code(), problem.sentence());
                case Intake.Taken.Answered(Answer.Refused(var _, var why)) ->
                    fail(line, why.code(), why.sentence());
                case Intake.Taken.Answered(Answer.Appended(var _, var novelty)) -> {
                    if (novelty == Answer.Novelty.NEW) appended++;
                    else repeated++;
                }
            }
        }

        void fail(long line, String code, String sentence) {
            failures.add(new Failure(line, code, sentence));
        }

        Report report() {
            return new Report(appended, repeated, List.copyOf(failures));
        }
    }
}
