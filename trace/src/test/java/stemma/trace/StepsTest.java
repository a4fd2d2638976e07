package stemma.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The steps of an answer lead from its roots to all of it, and nowhere else. */
class StepsTest {

    @Test
    void the_steps_lead_from_the_roots_to_all_that_was_reached() {
        for (int seed = 0; seed < 80; seed++) {
            RandomPlant plant = new RandomPlant(seed);
            TraceIndex index = new TraceIndex();
            TraceIndexTest.tell(index, plant.facts());
            if (seed % 2 == 0) index.merge();
            for (int i = 0; i < 5; i++) {
                List<Span> root = List.of(plant.span());
                for (Direction direction : Direction.values()) {
                    Reached reached = index.trace(root, direction, Cause.LOCAL);
                    assertThat(ledTo(reached, root))
                            .as("seed %d %s %s", seed, direction, root)
                            .isEqualTo(Replay.units(reached.spans()));
                }
            }
        }
    }

    private static Set<Replay.Unit> ledTo(Reached reached, List<Span> root) {
        Map<Node, Set<Node>> next = new HashMap<>();
        reached.forEachStep(
                (from, to) -> next.computeIfAbsent(from, _ -> new HashSet<>()).add(to));
        Set<Replay.Unit> units = Replay.units(root);
        Set<Node> seen = new HashSet<>();
        List<Node> frontier = new ArrayList<>();
        for (Node node : next.keySet()) if (isOf(node, root.getFirst())) frontier.add(node);
        seen.addAll(frontier);
        while (!frontier.isEmpty()) {
            Node node = frontier.removeLast();
            if (node.part() == Node.Part.UNITS)
                units.addAll(
                        Replay.units(List.of(new Span(node.key(), node.first(), node.last()))));
            for (Node to : next.getOrDefault(node, Set.of())) if (seen.add(to)) frontier.add(to);
        }
        return units;
    }

    private static boolean isOf(Node node, Span root) {
        return node.part() == Node.Part.UNITS
                && node.key() == root.lot()
                && root.first() <= node.first()
                && node.last() <= root.last();
    }
}
