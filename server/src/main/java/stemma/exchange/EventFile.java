package stemma.exchange;

import stemma.intake.Intake;
import stemma.intake.Signing;
import stemma.journal.Author;
import stemma.ledger.Answer;
import stemma.ledger.MalformedEvent;
import stemma.ledger.Submission;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Appends the events of a file, one submission a line in the JSON of {@code POST /events}, under
 * this ledger's clock. Each line stands or falls by itself; the same file may be sent again at any
 * time.
 */
public final class EventFile {
    private static final int BATCH = 4_000;

    private final Intake intake;
    private final int batch;

    public EventFile(Intake intake) {
        this(intake, BATCH);
    }

    /** Decides so many lines together; how many changes nothing of what becomes of them. */
    public EventFile(Intake intake, int batch) {
        this.intake = intake;
        this.batch = batch;
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
        EventLines lines = new EventLines(file, tally::fail);
        try (UnderWay underWay = new UnderWay(intake, author, EventFile::unsigned)) {
            for (var next = lines.next(batch); !next.isEmpty(); next = lines.next(batch)) {
                tell(underWay.send(next), tally, progress);
            }
            tell(underWay.await(), tally, progress);
        }
        progress.accept(lines.read());
        return tally.report();
    }

    private static void tell(UnderWay.Done done, Tally tally, Consumer<Long> progress) {
        if (done.lines().isEmpty()) return;
        for (int i = 0; i < done.taken().size(); i++)
            tally.count(done.lines().numbers().get(i), done.taken().get(i));
        progress.accept(done.lines().numbers().getLast());
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
                    fail(new Failure(line, problem.code(), problem.sentence()));
                case Intake.Taken.Answered(Answer.Refused(var _, var why)) ->
                    fail(new Failure(line, why.code(), why.sentence()));
                case Intake.Taken.Answered(Answer.Appended(var _, var novelty)) -> {
                    if (novelty == Answer.Novelty.NEW) appended++;
                    else repeated++;
                }
            }
        }

        void fail(Failure failure) {
            failures.add(failure);
        }

        Report report() {
            return new Report(appended, repeated, List.copyOf(failures));
        }
    }
}
