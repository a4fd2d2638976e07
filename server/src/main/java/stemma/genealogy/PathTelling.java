package stemma.genealogy;

import stemma.genealogy.store.FedRow;
import stemma.genealogy.store.RunRow;
import stemma.genealogy.store.RunTable;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.RunId;
import stemma.ledger.Evidence;
import stemma.lots.Lot;
import stemma.lots.Lots;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Tells courses through a graph as paths; however many there are, by two queries. */
final class PathTelling {
    private final Lots lots;
    private final RunTable runs;

    PathTelling(Lots lots, RunTable runs) {
        this.lots = lots;
        this.runs = runs;
    }

    /** Nodes of a graph in the direction of the material, and the grade of the weakest arc. */
    record Course(List<Integer> nodes, int grade) {}

    List<Path> tell(Web web, Graph graph, Collection<Course> courses) {
        Set<Long> lotKeys = new HashSet<>();
        Set<Long> runKeys = new HashSet<>();
        for (Course course : courses) {
            for (int node : course.nodes()) {
                if (graph.isLot(node)) lotKeys.add(graph.cuts().get(node).lot());
                else run(web, graph.maker(node)).ifPresent(runKeys::add);
            }
        }
        Map<Long, Lot> known = lots.byKey(lotKeys);
        Map<Long, RunRow> byKey = new HashMap<>();
        if (!runKeys.isEmpty()) runs.runs(runKeys).forEach(run -> byKey.put(run.key(), run));
        return courses.stream()
                .map(course -> path(web, graph, course, known, byKey))
                .toList();
    }

    private static Path path(
            Web web, Graph graph, Course course, Map<Long, Lot> lots, Map<Long, RunRow> runs) {
        List<Path.Step> steps = new ArrayList<>();
        List<Integer> nodes = course.nodes();
        for (int i = 0; i < nodes.size(); i++) {
            int node = nodes.get(i);
            if (graph.isLot(node)) {
                Span span = graph.cuts().get(node);
                Lot lot = Objects.requireNonNull(lots.get(span.lot()));
                steps.add(new Path.Through(lot, Assembly.portion(lot, span)));
            } else {
                boolean goesOn = !graph.isLot(nodes.get(i + 1));
                steps.add(making(web, graph.maker(node), runs, goesOn));
            }
        }
        return new Path(steps, Evidence.values()[course.grade()]);
    }

    private static Path.Step making(Web web, Maker maker, Map<Long, RunRow> runs, boolean goesOn) {
        if (maker.window() != null) {
            return new Path.ByVessel(new ResourceCode(maker.window().vessel()));
        }
        RunRow run = Objects.requireNonNull(runs.get(run(web, maker).orElseThrow()));
        Path.Manner manner = goesOn
                ? Path.Manner.CARRIED_OVER
                : run.likeness().equals("SAME_MATERIAL") ? Path.Manner.PARTED : Path.Manner.MADE;
        return new Path.ByRun(new RunId(run.id()), manner);
    }

    /** Returns the key of the run that a maker stands for, none for a vessel. */
    static Optional<Long> run(Web web, Maker maker) {
        return switch (maker.part()) {
            case WHOLE, LEFT, PARTING -> Optional.of(maker.key());
            case SUBRUN -> Optional.ofNullable(web.fed.get(maker.key())).map(FedRow::run);
            case EPOCH -> Optional.empty();
        };
    }
}
