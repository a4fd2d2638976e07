package stemma.genealogy;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.genealogy.store.FedRow;
import stemma.genealogy.store.LinksInTables;
import stemma.genealogy.store.RunRow;
import stemma.genealogy.store.RunTable;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.RunId;
import stemma.ledger.Evidence;
import stemma.lots.Lot;
import stemma.lots.Lots;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Explains by which way one lot may be in another. */
public final class Paths {
    private final JdbcClient database;
    private final RunTable runs;
    private final Lots lots;

    public Paths(JdbcClient database, Lots lots) {
        this.database = database;
        this.runs = new RunTable(database);
        this.lots = lots;
    }

    /** Returns the strongest path from the one to the other, or none where no path leads there. */
    public Optional<Path> between(Portion from, Portion to, AsOf asOf) {
        return between(List.of(from), List.of(to), asOf);
    }

    /** Returns the strongest path from any of the ones to any of the others, or none. */
    public Optional<Path> between(Collection<Portion> from, Collection<Portion> to, AsOf asOf) {
        List<Span> starts = spans(from);
        List<Span> ends = spans(to);
        if (starts.isEmpty() || ends.isEmpty()) return Optional.empty();
        Web web = Search.of(new LinksInTables(database, asOf), Direction.FORWARD)
                .from(starts, Cause.MATERIAL);
        Graph graph = new Graph(web, Direction.FORWARD);
        return ends.stream()
                .flatMap(end -> graph.on(end).stream())
                .min(Comparator.comparing(graph::grade))
                .map(cut -> path(web, graph, cut));
    }

    private List<Span> spans(Collection<Portion> portions) {
        Map<LotId, Lot> known = lots.lots(portions.stream().map(Portion::first).toList());
        List<Span> spans = new ArrayList<>();
        for (Portion portion : portions) {
            Lot lot = known.get(portion.first());
            if (lot != null) spans.add(span(lot, portion));
        }
        return spans;
    }

    private static Span span(Lot lot, Portion portion) {
        return new Span(lot.key(), portion.first().ordinal(), portion.last());
    }

    private Path path(Web web, Graph graph, int cut) {
        List<Integer> nodes = graph.path(cut);
        Set<Long> lotKeys = new HashSet<>();
        Set<Long> runKeys = new HashSet<>();
        for (int node : nodes) {
            if (graph.isLot(node)) lotKeys.add(graph.cuts().get(node).lot());
            else run(web, graph.maker(node)).ifPresent(runKeys::add);
        }
        Map<Long, Lot> known = lots.byKey(lotKeys);
        Map<Long, RunRow> byKey = new HashMap<>();
        if (!runKeys.isEmpty()) runs.runs(runKeys).forEach(run -> byKey.put(run.key(), run));
        List<Path.Step> steps = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            int node = nodes.get(i);
            if (graph.isLot(node)) {
                Span span = graph.cuts().get(node);
                Lot lot = Objects.requireNonNull(known.get(span.lot()));
                steps.add(new Path.Through(lot, Assembly.portion(lot, span)));
            } else {
                boolean goesOn = !graph.isLot(nodes.get(i + 1));
                steps.add(making(web, graph.maker(node), byKey, goesOn));
            }
        }
        return new Path(steps, Evidence.values()[graph.grade(cut)]);
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

    private static Optional<Long> run(Web web, Maker maker) {
        return switch (maker.part()) {
            case WHOLE, LEFT, PARTING -> Optional.of(maker.key());
            case SUBRUN -> Optional.ofNullable(web.fed.get(maker.key())).map(FedRow::run);
            case EPOCH -> Optional.empty();
        };
    }
}
