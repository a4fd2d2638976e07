package stemma.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What facts mean, read naively: unit by unit, every pair of runs and flows compared with every
 * third. It shares nothing with the index but the facts; slow, and easy to believe.
 */
final class Replay {
    private final Map<Object, Set<Object>> onward = new HashMap<>();
    private final Map<Unit, Set<Unit>> wholes = new HashMap<>();
    private final Set<Object> pools = new HashSet<>();
    private final Set<Unit> units = new TreeSet<>();
    private final Set<List<Long>> carriedOver = new HashSet<>();
    private final List<Fact> facts;

    record Unit(long lot, int ordinal) implements Comparable<Unit> {
        @Override
        public int compareTo(Unit other) {
            int byLot = Long.compare(lot, other.lot);
            return byLot != 0 ? byLot : Integer.compare(ordinal, other.ordinal);
        }
    }

    private record Run(long run) {}

    private record Left(long run) {}

    private record Told(long run, long line, boolean clear, Set<Long> after, long from, long to) {}

    Replay(List<Fact> facts) {
        this.facts = facts;
        facts.forEach(this::read);
        part(facts);
        carryOver(facts);
        mix(facts);
    }

    /** Returns what the roots may be in, themselves included; without pools where so asked. */
    Set<Unit> forward(Set<Unit> roots, Cause cause, boolean throughPools) {
        Set<Object> reached = new HashSet<>(roots);
        if (cause == Cause.MATERIAL) close(reached, wholes, Set.of());
        close(reached, onward, throughPools ? Set.of() : pools);
        Set<Unit> found = new TreeSet<>();
        for (Object node : reached) if (node instanceof Unit unit) found.add(unit);
        return found;
    }

    /** Returns every unit that may be in one of the roots: forward, asked of each unit there is. */
    Set<Unit> backward(Set<Unit> roots, Cause cause, boolean throughPools) {
        Set<Unit> found = new TreeSet<>(roots);
        for (Unit unit : units) {
            Set<Unit> reached = forward(Set.of(unit), cause, throughPools);
            if (roots.stream().anyMatch(reached::contains)) found.add(unit);
        }
        return found;
    }

    /** Returns which run may have left material to which. */
    Set<List<Long>> carriedOver() {
        return carriedOver;
    }

    /** Returns how many of these units each shipment holds, as text by its key. */
    List<String> shipped(Set<Unit> reached) {
        Map<Long, Long> units = new java.util.TreeMap<>();
        for (Fact fact : facts) {
            if (!(fact instanceof Fact.Shipped shipped)) continue;
            long held = units(List.of(shipped.lot())).stream()
                    .filter(reached::contains)
                    .count();
            if (held > 0) units.merge(shipped.shipment(), held, Long::sum);
        }
        return units.entrySet().stream()
                .map(e -> e.getKey() + ": " + e.getValue())
                .toList();
    }

    static Set<Unit> units(Iterable<Span> spans) {
        Set<Unit> units = new TreeSet<>();
        for (Span span : spans)
            for (int i = span.first(); i <= span.last(); i++) units.add(new Unit(span.lot(), i));
        return units;
    }

    private static void close(
            Set<Object> reached, Map<?, ? extends Set<?>> next, Set<Object> barred) {
        List<Object> frontier = new ArrayList<>(reached);
        while (!frontier.isEmpty()) {
            Set<?> to = next.get(frontier.removeLast());
            if (to == null) continue;
            for (Object node : to)
                if (!barred.contains(node) && reached.add(node)) frontier.add(node);
        }
    }

    private Set<Unit> of(Span span) {
        Set<Unit> found = units(List.of(span));
        units.addAll(found);
        return found;
    }

    private void arc(Object from, Object to) {
        onward.computeIfAbsent(from, _ -> new HashSet<>()).add(to);
    }

    private void read(Fact fact) {
        switch (fact) {
            case Fact.Fed fed -> {
                if (fed.nature() == Fact.Nature.POOL) pool(fed.run());
                for (Unit input : of(fed.lot())) {
                    if (fed.into().isEmpty()) arc(input, new Run(fed.run()));
                    arc(input, new Left(fed.run()));
                    for (Span output : fed.into()) of(output).forEach(to -> arc(input, to));
                }
            }
            case Fact.Yielded out -> {
                if (out.nature() == Fact.Nature.POOL) pool(out.run());
                of(out.lot()).forEach(unit -> arc(new Run(out.run()), unit));
            }
            case Fact.Stated said -> arc(new Run(said.run()), new Left(said.run()));
            case Fact.Filled fill -> of(fill.lot());
            case Fact.Drawn draw -> of(draw.lot());
            case Fact.Shipped shipped -> of(shipped.lot());
            case Fact.Lost _ -> {}
            case Fact.Emptied _ -> {}
        }
    }

    private void pool(long run) {
        pools.add(new Run(run));
        pools.add(new Left(run));
    }

    private void part(List<Fact> facts) {
        for (Fact one : facts) {
            if (!(one instanceof Fact.Yielded out) || out.nature() != Fact.Nature.SAME_MATERIAL)
                continue;
            for (Fact other : facts) {
                if (!(other instanceof Fact.Fed in) || in.run() != out.run()) continue;
                of(out.lot())
                        .forEach(unit -> wholes.computeIfAbsent(unit, _ -> new HashSet<>())
                                .addAll(of(in.lot())));
            }
        }
    }

    private void carryOver(List<Fact> facts) {
        List<Told> runs = told(facts);
        Set<Long> known = new HashSet<>();
        for (Fact fact : facts) {
            if (fact instanceof Fact.Fed in) known.add(in.run());
            if (fact instanceof Fact.Yielded out) known.add(out.run());
            if (fact instanceof Fact.Stated said) known.add(said.run());
            if (fact instanceof Fact.Lost lost) known.add(lost.run());
        }
        for (Told r : runs) {
            for (long after : r.after()) if (known.contains(after)) carried(after, r.run());
            for (Told p : runs) {
                boolean mayFollow = p.run() != r.run()
                        && p.line() == r.line()
                        && p.line() != Fact.Stated.NONE
                        && !r.clear()
                        && r.to() >= p.from();
                if (!mayFollow) continue;
                boolean between = runs.stream()
                        .anyMatch(q ->
                                q.line() == p.line() && q.from() > p.to() && q.to() < r.from());
                if (!between) carried(p.run(), r.run());
            }
        }
    }

    private void carried(long from, long to) {
        carriedOver.add(List.of(from, to));
        arc(new Run(from), new Left(from));
        arc(new Left(from), new Run(to));
    }

    private static List<Told> told(List<Fact> facts) {
        Map<Long, List<Fact.Stated>> said = new HashMap<>();
        for (Fact fact : facts)
            if (fact instanceof Fact.Stated s)
                said.computeIfAbsent(s.run(), _ -> new ArrayList<>()).add(s);
        List<Told> runs = new ArrayList<>();
        said.forEach((run, all) -> {
            long after = all.stream().mapToLong(Fact.Stated::after).min().orElseThrow();
            runs.add(new Told(
                    run,
                    all.stream().mapToLong(Fact.Stated::line).min().orElseThrow(),
                    all.stream().anyMatch(s -> s.basis() == Fact.Basis.CLEAR),
                    after == Fact.Stated.NONE ? Set.of() : Set.of(after),
                    all.stream().mapToLong(Fact.Stated::from).min().orElseThrow(),
                    all.stream().mapToLong(Fact.Stated::to).min().orElseThrow()));
        });
        return runs;
    }

    private void mix(List<Fact> facts) {
        for (Fact one : facts) {
            if (!(one instanceof Fact.Filled fill)) continue;
            for (Fact other : facts) {
                if (!(other instanceof Fact.Drawn draw) || draw.vessel() != fill.vessel()) continue;
                boolean emptied = facts.stream()
                        .anyMatch(fact -> fact instanceof Fact.Emptied e
                                && e.vessel() == fill.vessel()
                                && (fill.to() < e.from() && e.to() < draw.from()
                                        || draw.to() < e.from() && e.to() < fill.from()));
                if (emptied) continue;
                for (Unit in : of(fill.lot())) of(draw.lot()).forEach(out -> arc(in, out));
            }
        }
    }
}
