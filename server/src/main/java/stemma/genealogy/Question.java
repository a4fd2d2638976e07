package stemma.genealogy;

import stemma.identifiers.Portion;

import java.util.List;

/**
 * What a trace is asked: from which lots or units, which way, with which knowledge, for which
 * cause.
 */
public record Question(List<Portion> roots, Direction direction, AsOf asOf, Cause cause) {
    public Question {
        roots = roots.stream().distinct().sorted().toList();
        if (roots.isEmpty()) throw new IllegalArgumentException("a trace begins somewhere");
    }

    /** Asks what may contain these lots, as known now. */
    public static Question forward(List<Portion> roots) {
        return new Question(roots, Direction.FORWARD, AsOf.now(), Cause.MATERIAL);
    }

    /** Asks what these lots may contain, as known now. */
    public static Question backward(List<Portion> roots) {
        return new Question(roots, Direction.BACKWARD, AsOf.now(), Cause.MATERIAL);
    }

    public Question asOf(AsOf knowledge) {
        return new Question(roots, direction, knowledge, cause);
    }

    public Question with(Cause other) {
        return new Question(roots, direction, asOf, other);
    }
}
