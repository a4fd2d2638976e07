package stemma.genealogy;

import java.util.List;
import java.util.OptionalInt;

/**
 * What an answer rests on: the journal sealed to {@code sealedSize} with {@code unsealed} events
 * since; how many lots and runs, and, where links were read one by one, how many and how deep;
 * where knowledge ends; the open gaps on lots reached; and what was left out by which rule. There
 * is never a silent limit.
 */
public record Completeness(
        Question question,
        long sealedSize,
        long unsealed,
        int lots,
        int runs,
        OptionalInt links,
        OptionalInt depth,
        List<Boundary> boundaries,
        List<Gap> gaps,
        List<LeftOut> leftOut) {
    public Completeness {
        boundaries = List.copyOf(boundaries);
        gaps = List.copyOf(gaps);
        leftOut = List.copyOf(leftOut);
    }
}
