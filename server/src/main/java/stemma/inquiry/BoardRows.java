package stemma.inquiry;

import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A board with the rows behind its numbers, which are read as they are asked for: those of a great
 * recall are never all in memory.
 */
public interface BoardRows {
    /** Returns the numbers, and who has how much of what. */
    Exposure exposure();

    /** Says whether all rows are read at once, so that to count them costs nothing. */
    boolean isAtHand();

    /** Returns where the lots of some parts are. */
    Stream<Where> where(Predicate<Exposure.Part> of);

    /** Returns the lots of some parts. */
    Stream<LotLine> lots(Predicate<Exposure.Part> of);

    /** Returns in which shipments lots left, those on the road first, then the latest. */
    Stream<Road> roads();
}
