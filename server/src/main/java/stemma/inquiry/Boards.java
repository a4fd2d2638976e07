package stemma.inquiry;

import stemma.genealogy.Question;
import stemma.genealogy.Reached;
import stemma.genealogy.Trace;
import stemma.intake.Sight;
import stemma.journal.Journal;
import stemma.journal.WorldClock;
import stemma.lots.Lot;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The boards of what lots, gone bad, mean: with every row, in numbers, or with rows that are read
 * as they are told.
 */
public final class Boards {
    /** Of how many lots the rows are read at once, and of how many where they are more. */
    private static final int AT_ONCE = 5_000;

    private static final int PART = 1_000;

    private final Gathering.Rooms rooms;
    private final Journal journal;
    private final WorldClock clock;
    private final Tracing tracing;
    private final Exposing exposing;

    Boards(Gathering.Rooms rooms, Journal journal, WorldClock clock, Tracing tracing) {
        this.rooms = rooms;
        this.journal = journal;
        this.clock = clock;
        this.tracing = tracing;
        this.exposing = new Exposing(rooms.catalog(), tracing.stock(), tracing.extent());
    }

    /** Returns a board with every row; with the knowledge of a moment where given. */
    public Board whole(Subject subject, Optional<Instant> knownAt) {
        Instant at = clock.now();
        Insight insight = Insight.at(journal, knownAt);
        Trace trace = tracing.trace().apply(Question.forward(subject.roots()).asOf(insight.asOf()));
        List<Lot> reached = trace.lots().stream().map(Reached::lot).distinct().toList();
        Gathering gathering =
                new Gathering(rooms, reached, trace.balances(), List.of(), insight, at);
        return new BoardMaking(trace, gathering).board(subject, insight, at);
    }

    /** Returns a board in numbers; as of now it does not read what is behind them lot by lot. */
    public Exposure exposure(Subject subject, Optional<Instant> knownAt) {
        return told(subject, knownAt)
                .map(Exposed::exposure)
                .orElseGet(() -> whole(subject, knownAt).exposure());
    }

    /** Returns a board with its rows as they may be seen, which are read as they are told. */
    public BoardRows rows(Subject subject, Optional<Instant> knownAt, Sight sight) {
        return rows(subject, knownAt, sight, AT_ONCE, PART);
    }

    /** Returns the same; where more lots are reached than that, they are read part by part. */
    public BoardRows rows(
            Subject subject, Optional<Instant> knownAt, Sight sight, int atOnce, int part) {
        Optional<Exposed> told = told(subject, knownAt);
        if (told.isPresent() && told.get().extent().lots() > atOnce)
            return new RowsInParts(rooms, told.get(), sight, part);
        Supplier<Board> reading = () -> whole(subject, knownAt).to(sight);
        if (told.isPresent()) return new RowsAtHand(told.get().exposure(), reading);
        Board board = reading.get();
        return new RowsAtHand(board.exposure(), () -> board);
    }

    private Optional<Exposed> told(Subject subject, Optional<Instant> knownAt) {
        Insight insight = Insight.at(journal, knownAt);
        return insight.isNow() ? exposing.of(subject, insight, clock.now()) : Optional.empty();
    }
}
