package stemma.exchange;

import stemma.journal.Author;
import stemma.journal.CanonicalJson;
import stemma.journal.MalformedJson;
import stemma.ledger.Answer;
import stemma.ledger.Ledger;
import stemma.ledger.MalformedEvent;
import stemma.ledger.Submission;

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

    private final Ledger ledger;
    private final DraftReading drafts;

    public EventFile(Ledger ledger, DraftReading drafts) {
        this.ledger = ledger;
        this.drafts = drafts;
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
        List<Submission> batch = new ArrayList<>();
        List<Long> lines = new ArrayList<>();
        long number = 0;
        for (String line = file.readLine(); line != null; line = file.readLine()) {
            number++;
            if (line.isBlank()) continue;
            try {
                batch.add(drafts.read(
                        author, CanonicalJson.read(line.getBytes(StandardCharsets.UTF_8))));
                lines.add(number);
            } catch (MalformedEvent bad) {
                if (needsEarlierLines(bad) && !batch.isEmpty()) {
                    append(batch, lines, tally);
                    retry(line, number, author, batch, lines, tally);
                } else {
                    tally.fail(number, bad.code(), bad.getMessage());
                }
            } catch (MalformedJson bad) {
                tally.fail(number, bad.code(), bad.getMessage());
            }
            if (batch.size() == BATCH) {
                append(batch, lines, tally);
                progress.accept(number);
            }
        }
        append(batch, lines, tally);
        progress.accept(number);
        return tally.report();
    }

    /** A line may name a lot that a line before it brings about. */
    private static boolean needsEarlierLines(MalformedEvent bad) {
        return bad.code().equals("lot_unknown") || bad.code().equals("lot_ambiguous");
    }

    private void retry(
            String line,
            long number,
            Author author,
            List<Submission> batch,
            List<Long> lines,
            Tally tally) {
        try {
            batch.add(
                    drafts.read(author, CanonicalJson.read(line.getBytes(StandardCharsets.UTF_8))));
            lines.add(number);
        } catch (MalformedEvent still) {
            tally.fail(number, still.code(), still.getMessage());
        }
    }

    private void append(List<Submission> batch, List<Long> lines, Tally tally) {
        if (batch.isEmpty()) return;
        List<Answer> answers = ledger.append(List.copyOf(batch));
        for (int i = 0; i < answers.size(); i++) tally.count(lines.get(i), answers.get(i));
        batch.clear();
        lines.clear();
    }

    private static final class Tally {
        private long appended;
        private long repeated;
        private final List<Failure> failures = new ArrayList<>();

        void count(long line, Answer answer) {
            switch (answer) {
                case Answer.Appended(var _, var novelty) -> {
                    if (novelty == Answer.Novelty.NEW) appended++;
                    else repeated++;
                }
                case Answer.Refused(var _, var why) -> fail(line, why.code(), why.sentence());
            }
        }

        void fail(long line, String code, @org.jspecify.annotations.Nullable String sentence) {
            failures.add(new Failure(line, code, sentence == null ? code : sentence));
        }

        Report report() {
            return new Report(appended, repeated, List.copyOf(failures));
        }
    }
}
