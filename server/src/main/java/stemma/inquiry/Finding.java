package stemma.inquiry;

import java.util.List;
import java.util.function.Predicate;

/**
 * What a number means: exactly one thing, several to choose from, or nothing but what looks like
 * it.
 */
public sealed interface Finding {
    /** Returns the number as it was understood. */
    String text();

    /** Returns what is left of it when only these candidates may be told. */
    default Finding those(Predicate<Candidate> told) {
        return switch (this) {
            case One one -> told.test(one.candidate()) ? one : new None(text(), List.of());
            case Several several ->
                of(several.candidates().stream().filter(told).toList());
            case None none -> new None(text(), none.near().stream().filter(told).toList());
        };
    }

    private Finding of(List<Candidate> left) {
        if (left.isEmpty()) return new None(text(), List.of());
        return left.size() == 1 ? new One(text(), left.getFirst()) : new Several(text(), left);
    }

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
