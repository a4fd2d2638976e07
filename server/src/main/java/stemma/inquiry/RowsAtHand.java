package stemma.inquiry;

import org.jspecify.annotations.Nullable;

import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The rows of a board that are all read where any is asked for. */
final class RowsAtHand implements BoardRows {
    private final Exposure exposure;
    private final Supplier<Board> reading;
    private @Nullable Board board;

    /** Takes the numbers, and what reads the rows. */
    RowsAtHand(Exposure exposure, Supplier<Board> reading) {
        this.exposure = exposure;
        this.reading = reading;
    }

    @Override
    public Exposure exposure() {
        return exposure;
    }

    @Override
    public boolean isAtHand() {
        return true;
    }

    @Override
    public Stream<Where> where(Predicate<Exposure.Part> of) {
        return groups(of).flatMap(group -> group.rows().stream());
    }

    @Override
    public Stream<LotLine> lots(Predicate<Exposure.Part> of) {
        return groups(of).flatMap(group -> group.lots().stream());
    }

    @Override
    public Stream<Road> roads() {
        return board().roads().stream();
    }

    private Stream<Group> groups(Predicate<Exposure.Part> of) {
        return board().groups().stream().filter(group -> of.test(group.part()));
    }

    private Board board() {
        if (board == null) board = reading.get();
        return board;
    }
}
