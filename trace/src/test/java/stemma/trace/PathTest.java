package stemma.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Paths and generations are those of a naive search over what facts say, unit by unit. */
class PathTest {
    private static final int NEVER = 99;

    /** From each node, the nodes that facts lead to, and how strong the strongest link there is. */
    private final Map<Object, Map<Object, Integer>> onward = new LinkedHashMap<>();

    private record Maker(String of, long key) {}

    @Test
    void every_path_is_as_strong_and_as_short_as_the_best_there_is() {
        int found = 0;
        for (int seed = 0; seed < 300; seed++) {
            RandomPlant plant = new RandomPlant(seed);
            List<Fact> facts = withoutVessels(plant.facts());
            TraceIndex index = new TraceIndex();
            TraceIndexTest.tell(index, facts);
            if (seed % 2 == 0) index.merge();
            PathTest naive = new PathTest();
            naive.read(facts);
            for (int i = 0; i < 4; i++) {
                Span root = SharesTest.named(facts, plant.random());
                for (Direction direction : Direction.values()) {
                    Reached reached = index.trace(List.of(root), direction, Cause.LOCAL);
                    for (int lot = 0; lot < 12; lot++) {
                        Span to = plant.span();
                        String of = "seed " + seed + " " + root + " " + direction + " " + to;
                        if (naive.holds(of, reached, direction, root, to)) found++;
                    }
                }
            }
        }
        assertThat(found).isGreaterThan(500);
    }

    @Test
    void generations_count_the_lots_on_the_way() {
        TraceIndex index = new TraceIndex();
        index.tell(to -> {
            for (int lot = 0; lot < 5; lot++) {
                to.state(new Fact.Fed(0, lot, Fact.Nature.PLAIN, Span.of(lot), List.of()));
                to.state(new Fact.Yielded(lot, Fact.Nature.PLAIN, Span.of(lot + 1)));
            }
            to.state(new Fact.Yielded(0, Fact.Nature.PLAIN, Span.of(4)));
        });
        Map<Long, Integer> told = new HashMap<>();
        Reached reached = index.trace(List.of(Span.of(0)), Direction.FORWARD, Cause.MATERIAL);
        reached.forEachGeneration((units, generation) -> told.put(units.lot(), generation));
        assertThat(told).isEqualTo(Map.of(0L, 0, 1L, 1, 2L, 2, 3L, 3, 4L, 1, 5L, 2));
    }

    private boolean holds(String of, Reached reached, Direction direction, Span root, Span to) {
        Optional<Path> path = reached.pathTo(to);
        Set<Replay.Unit> roots = Replay.units(List.of(root));
        Set<Replay.Unit> wanted = Replay.units(List.of(to));
        boolean isForward = direction == Direction.FORWARD;
        for (Evidence weakest : Evidence.values()) {
            int steps = isForward ? steps(roots, wanted, weakest) : steps(wanted, roots, weakest);
            if (steps == NEVER) continue;
            assertThat(path).as(of).isPresent();
            assertThat(path.get().weakest()).as(of).isEqualTo(weakest);
            assertThat(path.get().nodes()).as(of + path).hasSize(steps + 1);
            return steps > 0;
        }
        assertThat(path).as(of).isEmpty();
        return false;
    }

    /** Returns how many links lead from some of these to some of those, none weaker than that. */
    private int steps(Set<Replay.Unit> from, Set<Replay.Unit> to, Evidence weakest) {
        Map<Object, Integer> steps = new HashMap<>();
        List<Object> frontier = new ArrayList<>(from);
        from.forEach(unit -> steps.put(unit, 0));
        for (int i = 0; i < frontier.size(); i++) {
            Object node = frontier.get(i);
            if (node instanceof Replay.Unit unit && to.contains(unit)) return steps.get(node);
            onward.getOrDefault(node, Map.of()).forEach((next, strength) -> {
                if (strength > weakest.ordinal() || steps.containsKey(next)) return;
                steps.put(next, steps.get(node) + 1);
                frontier.add(next);
            });
        }
        return NEVER;
    }

    private void read(List<Fact> facts) {
        for (Fact fact : facts) {
            switch (fact) {
                case Fact.Fed in -> {
                    Evidence evidence = in.measure().evidence();
                    Maker maker = in.into().isEmpty()
                            ? new Maker("run", in.run())
                            : new Maker("sub", in.link());
                    for (Object unit : Replay.units(List.of(in.lot()))) link(unit, maker, evidence);
                    for (Object unit : Replay.units(in.into())) link(maker, unit, evidence);
                    if (!in.into().isEmpty())
                        link(maker, new Maker("left", in.run()), Evidence.ASSUMED);
                }
                case Fact.Yielded out -> {
                    for (Object unit : Replay.units(List.of(out.lot())))
                        link(new Maker("run", out.run()), unit, out.measure().evidence());
                }
                case Fact.Stated _, Fact.Lost _, Fact.Shipped _ -> {}
                case Fact.Filled _, Fact.Drawn _, Fact.Emptied _ -> {}
            }
        }
        for (List<Long> carried : new Replay(facts).carriedOver()) {
            Maker left = new Maker("left", carried.getFirst());
            link(new Maker("run", carried.getFirst()), left, Evidence.ASSUMED);
            link(left, new Maker("run", carried.getLast()), Evidence.ASSUMED);
        }
    }

    private void link(Object from, Object to, Evidence evidence) {
        onward.computeIfAbsent(from, _ -> new LinkedHashMap<>())
                .merge(to, evidence.ordinal(), Math::min);
    }

    private static List<Fact> withoutVessels(List<Fact> facts) {
        return facts.stream()
                .filter(fact -> !(fact instanceof Fact.Filled || fact instanceof Fact.Drawn))
                .toList();
    }
}
