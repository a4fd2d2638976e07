package stemma.inquiry;

import java.util.List;

/**
 * What a number means: exactly one thing, several to choose from, or nothing but what looks like
 * it.
 */
public sealed interface Finding {
    /** Returns the number as it was understood. */
    String text();

    record One(String text, Candidate candidate) implements Finding {}

    record Several(String text, List<Candidate> candidates) implements Finding {
        public Several {
            candidates = List.copyOf(candidates);
        }
    }

    record None(String text, List<Candidate> near) implements Finding {
        public None {
            near = List.copyOf(near);
        }
    }
}
