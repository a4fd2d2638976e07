package stemma.genealogy;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.genealogy.store.RunRow;
import stemma.genealogy.store.RunTable;
import stemma.genealogy.store.UseTable;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.identifiers.ResourceCode;
import stemma.lots.Lot;
import stemma.lots.Lots;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Says what several lots or units have in common upstream. One search goes through all of them, its
 * links read at once where the index knows their extent, and not once for each that is asked.
 */
public final class Shares {
    private final LinkSource links;
    private final RunTable runs;
    private final UseTable uses;
    private final Lots lots;

    public Shares(JdbcClient database, LiveIndex index, Lots lots) {
        this.links = new LinkSource(database, index);
        this.runs = new RunTable(database);
        this.uses = new UseTable(database);
        this.lots = lots;
    }

    private record Asked(Web web, Graph graph, List<Set<Integer>> cuts) {}

    /** Returns what each of the asked, some lots or units, may contain, and which share it. */
    public Sharing between(List<List<Portion>> asked, AsOf asOf) {
        Asked all = search(asked, asOf);
        Upstream upstream = new Upstream(all.graph(), all.cuts());
        List<Sharing.SharedLot> shared = sharedLots(all.graph(), upstream);
        Map<Long, Sharing.SharedRun> byRun = sharedRuns(all, upstream);
        return new Sharing(
                asked.size(),
                shared,
                byRun.values().stream().toList(),
                resources(all, upstream, byRun, asOf));
    }

    /** Returns by which way the portion may have come into each of the asked that has it. */
    public Map<Integer, Path> ways(List<List<Portion>> asked, Portion of, AsOf asOf) {
        Asked all = search(asked, asOf);
        List<Span> ends = spans(List.of(of), asOf);
        List<Integer> found = new ArrayList<>();
        List<PathTelling.Course> courses = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            Settled settled = all.graph().from(all.cuts().get(i));
            int best = -1;
            for (Span end : ends) {
                for (int cut : all.graph().on(end)) {
                    if (settled.reaches(cut)
                            && (best < 0 || settled.grade(cut) < settled.grade(best))) best = cut;
                }
            }
            if (best < 0) continue;
            found.add(i);
            courses.add(new PathTelling.Course(settled.path(best).reversed(), settled.grade(best)));
        }
        List<Path> told = new PathTelling(lots, runs).tell(all.web(), all.graph(), courses);
        Map<Integer, Path> ways = new TreeMap<>();
        for (int i = 0; i < found.size(); i++) ways.put(found.get(i), told.get(i));
        return ways;
    }

    private Asked search(List<List<Portion>> asked, AsOf asOf) {
        List<Span> roots = spans(asked.stream().flatMap(List::stream).toList(), asOf);
        Web web = Search.of(
                        links.of(roots, Direction.BACKWARD, Cause.MATERIAL, asOf),
                        Direction.BACKWARD)
                .from(roots, Cause.MATERIAL);
        // Units side by side that are asked apart stay apart.
        Graph graph = new Graph(web, Direction.BACKWARD, roots);
        Map<LotId, Lot> known = known(asked.stream().flatMap(List::stream).toList(), asOf);
        List<Set<Integer>> cuts = new ArrayList<>();
        for (List<Portion> one : asked) {
            Set<Integer> on = new LinkedHashSet<>();
            one.forEach(portion -> {
                Lot lot = known.get(portion.first());
                if (lot != null) on.addAll(graph.on(span(lot, portion)));
            });
            cuts.add(on);
        }
        return new Asked(web, graph, cuts);
    }

    private Map<LotId, Lot> known(Collection<Portion> portions, AsOf asOf) {
        List<LotId> ids = portions.stream().map(Portion::first).toList();
        return asOf.isNow() ? lots.lots(ids) : lots.lotsEvenVoided(ids);
    }

    private List<Span> spans(Collection<Portion> portions, AsOf asOf) {
        Map<LotId, Lot> known = known(portions, asOf);
        Set<Span> spans = new LinkedHashSet<>();
        for (Portion portion : portions) {
            Lot lot = known.get(portion.first());
            if (lot != null) spans.add(span(lot, portion));
        }
        return List.copyOf(spans);
    }

    private static Span span(Lot lot, Portion portion) {
        return new Span(lot.key(), portion.first().ordinal(), portion.last());
    }

    private List<Sharing.SharedLot> sharedLots(Graph graph, Upstream upstream) {
        Map<Long, Lot> known =
                lots.byKey(graph.cuts().stream().map(Span::lot).distinct().toList());
        List<Sharing.SharedLot> shared = new ArrayList<>();
        for (int cut = 0; cut < graph.cuts().size(); cut++) {
            Span span = graph.cuts().get(cut);
            Set<Integer> by = set(upstream.by(cut));
            if (by.isEmpty()) continue;
            Lot lot = Objects.requireNonNull(known.get(span.lot()));
            var now = new Sharing.SharedLot(
                    lot,
                    Assembly.portion(lot, span),
                    by,
                    upstream.nearest(cut),
                    upstream.together(cut),
                    upstream.turn(cut));
            if (!shared.isEmpty() && goesOn(shared.getLast(), now))
                now = joined(shared.removeLast(), now);
            shared.add(now);
        }
        return shared;
    }

    /** Units that stand side by side and say the same are one row. */
    private static boolean goesOn(Sharing.SharedLot before, Sharing.SharedLot now) {
        return before.lot().key() == now.lot().key()
                && before.portion().last() + 1 == now.portion().first().ordinal()
                && before.by().equals(now.by())
                && before.nearest() == now.nearest()
                && before.together() == now.together()
                && before.turn() == now.turn();
    }

    private static Sharing.SharedLot joined(Sharing.SharedLot before, Sharing.SharedLot now) {
        Portion both = new Portion(
                before.portion().first(),
                before.portion().count() + now.portion().count());
        return new Sharing.SharedLot(
                now.lot(), both, now.by(), now.nearest(), now.together(), now.turn());
    }

    /** A run parts nothing where all that it does to the material is to part it. */
    private Map<Long, Sharing.SharedRun> sharedRuns(Asked all, Upstream upstream) {
        Map<Long, BitSet> byRun = new LinkedHashMap<>();
        Map<Long, Sharing.Turn> turns = new HashMap<>();
        for (int node = all.graph().cuts().size(); node < all.graph().size(); node++) {
            Maker maker = all.graph().maker(node);
            if (maker.part() == Maker.Part.PARTING || upstream.by(node).isEmpty()) continue;
            int at = node;
            PathTelling.run(all.web(), maker).ifPresent(run -> {
                byRun.computeIfAbsent(run, _ -> new BitSet()).or(upstream.by(at));
                turns.merge(run, upstream.turn(at), (a, b) -> a.compareTo(b) < 0 ? a : b);
            });
        }
        Map<Long, Sharing.SharedRun> shared = new LinkedHashMap<>();
        if (byRun.isEmpty()) return shared;
        for (RunRow row : runs.runs(byRun.keySet())) {
            Set<Integer> by = set(Objects.requireNonNull(byRun.get(row.key())));
            Sharing.Turn turn = by.size() > 1
                    ? Sharing.Turn.SHARED
                    : Objects.requireNonNull(turns.get(row.key()));
            shared.put(row.key(), new Sharing.SharedRun(Assembly.run(row), by, turn));
        }
        return shared;
    }

    private List<Sharing.SharedResource> resources(
            Asked all, Upstream upstream, Map<Long, Sharing.SharedRun> byRun, AsOf asOf) {
        Map<String, BitSet> byResource = new TreeMap<>();
        byRun.values().forEach(run -> {
            ResourceCode line = run.run().line();
            if (line != null) add(byResource, line.code(), run.by());
        });
        for (int node = all.graph().cuts().size(); node < all.graph().size(); node++) {
            var window = all.graph().maker(node).window();
            if (window != null) add(byResource, window.vessel(), set(upstream.by(node)));
        }
        uses.ofRuns(byRun.keySet(), asOf)
                .forEach(use -> add(
                        byResource,
                        use.resource(),
                        Objects.requireNonNull(byRun.get(use.run())).by()));
        for (UseTable.LotUse use : uses.ofLots(all.graph().cuts(), asOf))
            all.graph()
                    .on(use.lot())
                    .forEach(cut -> add(byResource, use.resource(), set(upstream.by(cut))));
        return byResource.entrySet().stream()
                .map(e ->
                        new Sharing.SharedResource(new ResourceCode(e.getKey()), set(e.getValue())))
                .filter(resource -> !resource.by().isEmpty())
                .toList();
    }

    private static void add(Map<String, BitSet> byResource, String code, Collection<Integer> by) {
        BitSet bits = byResource.computeIfAbsent(code, _ -> new BitSet());
        by.forEach(bits::set);
    }

    private static Set<Integer> set(BitSet bits) {
        return bits.stream().boxed().collect(Collectors.toSet());
    }
}
