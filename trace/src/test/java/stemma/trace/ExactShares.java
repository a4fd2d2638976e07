package stemma.trace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Shares as decision 132 defines them, unit by unit, in fractions: what each run and each unit
 * hands on is read from the facts, and what goes around is solved by Gauss. It shares nothing with
 * the index but the facts and the naive replay's carry-over; slow, and easy to believe.
 */
final class ExactShares {
    /** What of a node goes on to another: at least, to be expected, at most. */
    private record Part(Object to, Fraction least, Fraction likely, Fraction most) {}

    /** A link: from or to what, so much, of that weight; null where nobody told. */
    private record Link(Object node, Fraction quantity, Fraction weight, boolean isUnsure) {}

    private record Run(long run) {}

    private record Sub(long link) {}

    private record Left(long run) {}

    private record Loss(long run) {}

    private record Filling(long vessel, long opened, long closed) {}

    private final List<Fact> facts;
    private final Map<Object, List<Link>> onward = new LinkedHashMap<>();
    private final Map<Object, List<Link>> births = new HashMap<>();
    private final Map<Filling, Fraction> filled = new HashMap<>();
    private final Set<Filling> fillings = new LinkedHashSet<>();
    private final Set<Long> pools = new HashSet<>();
    private final Map<Object, Fraction> source = new LinkedHashMap<>();
    private final Map<Object, List<Part>> parts = new LinkedHashMap<>();
    private final Map<Object, Fraction> least = new HashMap<>();
    private final Map<Object, Fraction> likely = new HashMap<>();
    private final Map<Object, Fraction> most = new HashMap<>();
    private Fraction total = Fraction.ZERO;
    private boolean isCircling;

    ExactShares(List<Fact> facts, Collection<Root> roots) {
        this.facts = facts;
        facts.forEach(this::find);
        facts.forEach(this::read);
        carryOver();
        for (Root root : roots) {
            total = total.plus(Fraction.of(root.quantity()));
            for (Replay.Unit unit : Replay.units(List.of(root.lot())))
                source.put(unit, Fraction.of(root.quantity()).by(root.lot().units()));
        }
        Set<Object> reached = reached();
        for (Object node : reached) parts.put(node, parts(node, reached));
        for (Set<Object> loop : loops(reached)) hold(loop);
    }

    Set<Replay.Unit> units() {
        Set<Replay.Unit> units = new HashSet<>();
        for (Object node : parts.keySet()) if (node instanceof Replay.Unit unit) units.add(unit);
        return units;
    }

    /** Returns the least, expected and most in these units together. */
    List<Fraction> of(Collection<Replay.Unit> units) {
        Fraction[] all = {Fraction.ZERO, Fraction.ZERO, Fraction.ZERO};
        for (Replay.Unit unit : units) {
            all[0] = all[0].plus(least.getOrDefault(unit, Fraction.ZERO));
            all[1] = all[1].plus(likely.getOrDefault(unit, Fraction.ZERO));
            all[2] = all[2].plus(most.getOrDefault(unit, Fraction.ZERO));
        }
        return List.of(all[0], all[1], all[1].max(all[2].min(total)));
    }

    Fraction lost() {
        Fraction lost = Fraction.ZERO;
        for (Object node : parts.keySet())
            if (node instanceof Loss) lost = lost.plus(likely.get(node));
        return lost;
    }

    /** Says whether something of the roots goes around in a loop. */
    boolean isCircling() {
        return isCircling;
    }

    Fraction total() {
        return total;
    }

    private void find(Fact fact) {
        if (fact instanceof Fact.Filled fill) fillings.add(filling(fill));
        if (fact instanceof Fact.Fed in && in.nature() == Fact.Nature.POOL) pools.add(in.run());
        if (fact instanceof Fact.Yielded out && out.nature() == Fact.Nature.POOL)
            pools.add(out.run());
        if (fact instanceof Fact.Lost lost && lost.nature() == Fact.Nature.POOL)
            pools.add(lost.run());
    }

    private void read(Fact fact) {
        switch (fact) {
            case Fact.Fed in -> {
                Object maker = in.into().isEmpty() ? new Run(in.run()) : new Sub(in.link());
                use(in.lot(), maker, in.measure());
                for (int i = 0; i < in.into().size(); i++) {
                    Span output = in.into().get(i);
                    Fraction weight = in.weights().isEmpty()
                            ? null
                            : Fraction.of(in.weights().get(i)).by(output.units());
                    for (Replay.Unit unit : Replay.units(List.of(output)))
                        link(maker, new Link(unit, null, weight, false));
                }
            }
            case Fact.Yielded out -> birth(new Run(out.run()), out.lot(), out.measure(), false);
            case Fact.Lost lost ->
                link(
                        new Run(lost.run()),
                        new Link(new Loss(lost.run()), null, told(lost.measure().weight()), false));
            case Fact.Filled fill -> {
                use(fill.lot(), filling(fill), fill.measure());
                Fraction weight = told(fill.measure().weight());
                Fraction before = filled.getOrDefault(filling(fill), Fraction.ZERO);
                filled.put(
                        filling(fill),
                        weight == null || before == null ? null : before.plus(weight));
            }
            case Fact.Drawn draw -> {
                List<Filling> of = fillings.stream()
                        .filter(f -> f.vessel() == draw.vessel()
                                && draw.from() <= f.closed()
                                && draw.to() >= f.opened())
                        .toList();
                for (Filling filling : of)
                    birth(filling, draw.lot(), draw.measure(), of.size() > 1);
            }
            case Fact.Stated _, Fact.Emptied _, Fact.Shipped _ -> {}
        }
    }

    private void use(Span lot, Object maker, Measure measure) {
        Fraction all = told(measure.quantity());
        Fraction each = all == null ? null : all.by(lot.units());
        for (Replay.Unit unit : Replay.units(List.of(lot)))
            link(unit, new Link(maker, each, null, false));
    }

    private void birth(Object maker, Span lot, Measure measure, boolean isUnsure) {
        Fraction quantity = told(measure.quantity());
        Fraction weight = told(measure.weight());
        for (Replay.Unit unit : Replay.units(List.of(lot))) {
            Fraction born = quantity == null ? null : quantity.by(lot.units());
            Fraction part = weight == null ? null : weight.by(lot.units());
            link(maker, new Link(unit, born, part, isUnsure));
            births.computeIfAbsent(unit, _ -> new ArrayList<>())
                    .add(new Link(maker, isUnsure ? null : born, null, false));
        }
    }

    private void link(Object from, Link link) {
        onward.computeIfAbsent(from, _ -> new ArrayList<>()).add(link);
    }

    private static Fraction told(long number) {
        return number == Measure.UNKNOWN ? null : Fraction.of(number);
    }

    private Filling filling(Fact.Filled fill) {
        long opened = Long.MIN_VALUE;
        long closed = Long.MAX_VALUE;
        for (Fact fact : facts) {
            if (!(fact instanceof Fact.Emptied e) || e.vessel() != fill.vessel()) continue;
            if (e.to() < fill.from()) opened = Math.max(opened, e.from());
            if (e.from() > fill.to()) closed = Math.min(closed, e.to());
        }
        return new Filling(fill.vessel(), opened, closed);
    }

    private void carryOver() {
        Set<Long> leaving = new HashSet<>();
        for (List<Long> carried : new Replay(facts).carriedOver()) {
            leaving.add(carried.getFirst());
            link(
                    new Left(carried.getFirst()),
                    new Link(new Run(carried.getLast()), null, null, false));
        }
        for (long run : leaving) link(new Run(run), new Link(new Left(run), null, null, false));
        for (Fact fact : facts) {
            boolean isSub = fact instanceof Fact.Fed in && !in.into().isEmpty();
            if (isSub && leaving.contains(((Fact.Fed) fact).run()))
                link(
                        new Sub(((Fact.Fed) fact).link()),
                        new Link(new Left(((Fact.Fed) fact).run()), null, null, false));
        }
    }

    private Set<Object> reached() {
        Set<Object> reached = new LinkedHashSet<>(source.keySet());
        List<Object> frontier = new ArrayList<>(reached);
        while (!frontier.isEmpty())
            for (Link link : onward.getOrDefault(frontier.removeLast(), List.of()))
                if (reached.add(link.node())) frontier.add(link.node());
        return reached;
    }

    private List<Part> parts(Object node, Set<Object> reached) {
        List<Link> links = onward.getOrDefault(node, List.of());
        if (links.isEmpty()) return List.of();
        if (node instanceof Replay.Unit unit) return ofUnit(unit, links, reached);
        List<Part> all = new ArrayList<>();
        List<Link> outputs =
                links.stream().filter(l -> !(l.node() instanceof Left)).toList();
        for (Link link : links)
            if (link.node() instanceof Left)
                all.add(new Part(link.node(), Fraction.ZERO, Fraction.ZERO, Fraction.ONE));
        Fraction sum = Fraction.ZERO;
        boolean isWeighed = true;
        for (Link link : outputs) {
            if (link.weight() == null) isWeighed = false;
            else sum = sum.plus(link.weight());
        }
        boolean isSure = !(node instanceof Run run && pools.contains(run.run()));
        if (node instanceof Filling filling && isWeighed) {
            Fraction fills = filled.get(filling);
            isSure = fills != null;
            if (fills != null) sum = sum.max(fills);
        }
        isWeighed &= !sum.isZero();
        for (Link link : outputs) {
            if (!isWeighed) {
                Fraction even = Fraction.ONE.by(outputs.size());
                all.add(new Part(link.node(), Fraction.ZERO, even, ofItsLot(link, outputs)));
                continue;
            }
            Fraction part = link.weight().by(sum);
            boolean isExact = isSure && !link.isUnsure();
            boolean isBound = isExact || node instanceof Filling;
            Fraction most = isBound ? part : ofItsLot(link, outputs);
            all.add(new Part(link.node(), isExact ? part : Fraction.ZERO, part, most));
        }
        return all;
    }

    /** A lot may have all that is in its maker, and its units are alike. */
    private static Fraction ofItsLot(Link link, List<Link> outputs) {
        if (!(link.node() instanceof Replay.Unit unit)) return Fraction.ONE;
        return Fraction.ONE.by(outputs.stream()
                .filter(other -> other.node() instanceof Replay.Unit u && u.lot() == unit.lot())
                .count());
    }

    private List<Part> ofUnit(Replay.Unit unit, List<Link> uses, Set<Object> reached) {
        Fraction born = Fraction.ZERO;
        boolean isOpen = false;
        boolean isTold = source.containsKey(unit);
        if (isTold) born = source.get(unit);
        for (Link birth : births.getOrDefault(unit, List.of())) {
            if (source.containsKey(unit) && !reached.contains(birth.node())) continue;
            if (birth.quantity() == null) {
                isOpen = true;
                continue;
            }
            isTold = true;
            born = born.plus(birth.quantity());
        }
        isOpen |= !isTold;
        Fraction used = Fraction.ZERO;
        int untold = 0;
        for (Link use : uses) {
            if (use.quantity() == null) untold++;
            else used = used.plus(use.quantity());
        }
        Fraction whole = born.max(used);
        Fraction rest = whole.isZero() ? Fraction.ONE : Fraction.ONE.minus(used.by(whole));
        List<Part> all = new ArrayList<>();
        for (Link use : uses) {
            if (use.quantity() == null) {
                Fraction even = isOpen ? Fraction.ONE.by(uses.size()) : rest.by(untold);
                Fraction most = isOpen ? Fraction.ONE : rest;
                all.add(new Part(use.node(), Fraction.ZERO, even, most));
                continue;
            }
            Fraction part = whole.isZero() ? Fraction.ZERO : use.quantity().by(whole);
            Fraction ofTold = part;
            if (isOpen && untold > 0 && !used.isZero())
                ofTold = part.min(use.quantity()
                        .by(used)
                        .times(Fraction.of(uses.size() - untold).by(uses.size())));
            all.add(new Part(use.node(), isOpen ? Fraction.ZERO : part, ofTold, part));
        }
        return all;
    }

    /** Returns what leads to each other, together; what leads to others comes first. */
    private List<Set<Object>> loops(Set<Object> reached) {
        Map<Object, Set<Object>> from = new LinkedHashMap<>();
        for (Object node : reached) {
            Set<Object> all = new HashSet<>();
            List<Object> frontier = new ArrayList<>(List.of(node));
            while (!frontier.isEmpty())
                for (Part part : parts.get(frontier.removeLast()))
                    if (all.add(part.to())) frontier.add(part.to());
            from.put(node, all);
        }
        Set<Object> left = new LinkedHashSet<>(reached);
        List<Set<Object>> loops = new ArrayList<>();
        while (!left.isEmpty()) {
            Object next = left.iterator().next();
            Set<Object> loop = new LinkedHashSet<>(List.of(next));
            for (Object node : left)
                if (from.get(next).contains(node) && from.get(node).contains(next)) loop.add(node);
            left.removeAll(loop);
            loops.add(loop);
        }
        return inOrder(loops, from);
    }

    private static List<Set<Object>> inOrder(
            List<Set<Object>> loops, Map<Object, Set<Object>> from) {
        List<Set<Object>> ordered = new ArrayList<>();
        List<Set<Object>> left = new ArrayList<>(loops);
        while (!left.isEmpty()) {
            Set<Object> first = left.stream()
                    .filter(loop -> left.stream()
                            .noneMatch(other -> other != loop
                                    && from.get(other.iterator().next())
                                            .contains(loop.iterator().next())))
                    .findFirst()
                    .orElseThrow();
            left.remove(first);
            ordered.add(first);
        }
        return ordered;
    }

    private void hold(Set<Object> loop) {
        Map<Object, Fraction> inLeast = new HashMap<>();
        Map<Object, Fraction> inLikely = new HashMap<>();
        Map<Object, Fraction> inMost = new HashMap<>();
        boolean isExact = true;
        for (Object node : loop) {
            Fraction own = source.getOrDefault(node, Fraction.ZERO);
            inLeast.put(node, own.plus(least.getOrDefault(node, Fraction.ZERO)));
            inLikely.put(node, own.plus(likely.getOrDefault(node, Fraction.ZERO)));
            inMost.put(node, own.plus(most.getOrDefault(node, Fraction.ZERO)));
            for (Part part : parts.get(node))
                if (loop.contains(part.to())) isExact &= part.least().equals(part.most());
        }
        Circles likelyOnes = new Circles(loop);
        Circles leastOnes = new Circles(loop);
        for (Object node : loop) {
            for (Part part : parts.get(node)) {
                if (!loop.contains(part.to())) continue;
                likelyOnes.add(node, part.to(), part.likely());
                leastOnes.add(node, part.to(), part.least());
            }
        }
        least.putAll(leastOnes.solved(inLeast));
        likely.putAll(likelyOnes.solved(inLikely));
        isCircling |= loop.size() > 1
                && loop.stream().anyMatch(node -> !likely.get(node).isZero());
        most.putAll(isExact ? likelyOnes.solved(inMost) : bounded(loop, inMost));
        for (Object node : loop) {
            if (!(node instanceof Replay.Unit))
                most.put(node, likely.get(node).max(most.get(node).min(total)));
            for (Part part : parts.get(node)) {
                if (loop.contains(part.to())) continue;
                add(least, part.to(), least.get(node).times(part.least()));
                add(likely, part.to(), likely.get(node).times(part.likely()));
                add(most, part.to(), most.get(node).times(part.most()));
            }
        }
    }

    /** Each run of a loop may hold all there is; units hold what runs may hand on. */
    private Map<Object, Fraction> bounded(Set<Object> loop, Map<Object, Fraction> entered) {
        Map<Object, Fraction> held = new HashMap<>(entered);
        for (Object node : loop) {
            if (node instanceof Replay.Unit) continue;
            held.put(node, total.max(likely.get(node)));
            for (Part part : parts.get(node))
                if (loop.contains(part.to()) && part.to() instanceof Replay.Unit)
                    add(held, part.to(), held.get(node).times(part.most()));
        }
        return held;
    }

    private static void add(Map<Object, Fraction> onto, Object node, Fraction more) {
        onto.merge(node, more, Fraction::plus);
    }
}
