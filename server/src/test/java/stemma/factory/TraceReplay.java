package stemma.factory;

import static org.assertj.core.api.Assertions.assertThat;

import stemma.genealogy.AsOf;
import stemma.genealogy.Cause;
import stemma.genealogy.Question;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds the traces of some lots against the naive replay, and forward against backward. */
final class TraceReplay {
    private TraceReplay() {}

    static void check(Answers product, Replay replay, AsOf asOf, List<LotId> roots) {
        for (Cause cause : Cause.values()) {
            boolean local = cause == Cause.LOCAL;
            Map<LotId, Set<LotId>> forward = new HashMap<>();
            Map<LotId, Set<LotId>> backward = new HashMap<>();
            for (LotId root : roots) {
                Question on = Question.forward(List.of(Portion.of(root)));
                Question back = Question.backward(List.of(Portion.of(root)));
                forward.put(root, product.trace(on.asOf(asOf).with(cause)));
                backward.put(root, product.trace(back.asOf(asOf).with(cause)));
            }
            dual(forward, backward, cause + ", " + asOf);
            for (LotId root : roots) {
                assertThat(forward.get(root))
                        .as("forward of " + root + ", " + cause + ", " + asOf)
                        .isEqualTo(replay.forward(Set.of(root), local));
                assertThat(backward.get(root))
                        .as("backward of " + root + ", " + cause + ", " + asOf)
                        .isEqualTo(replay.backward(Set.of(root), local));
            }
        }
    }

    /** One lot is forward of another exactly when the other is backward of the one. */
    private static void dual(
            Map<LotId, Set<LotId>> forward, Map<LotId, Set<LotId>> backward, String asked) {
        forward.forEach(
                (from, reached) -> backward.forEach((to, came) -> assertThat(reached.contains(to))
                        .as(to + " forward of " + from + " as " + from + " backward of " + to + ", "
                                + asked)
                        .isEqualTo(came.contains(from))));
    }
}
