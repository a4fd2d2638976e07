package stemma.genealogy;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.genealogy.store.RunTable;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.lots.Lot;
import stemma.lots.Lots;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Explains by which way one lot may be in another. */
public final class Paths {
    private final LinkSource links;
    private final RunTable runs;
    private final Lots lots;

    public Paths(JdbcClient database, LiveIndex index, Lots lots) {
        this.links = new LinkSource(database, index);
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
        Web web = Search.of(
                        links.of(starts, Direction.FORWARD, Cause.MATERIAL, asOf),
                        Direction.FORWARD)
                .from(starts, Cause.MATERIAL);
        Graph graph = new Graph(web, Direction.FORWARD);
        return ends.stream()
                .flatMap(end -> graph.on(end).stream())
                .min(Comparator.comparing(graph.settled()::grade))
                .map(cut -> told(web, graph, cut));
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

    private Path told(Web web, Graph graph, int cut) {
        Settled settled = graph.settled();
        var course = new PathTelling.Course(settled.path(cut), settled.grade(cut));
        return new PathTelling(lots, runs).tell(web, graph, List.of(course)).getFirst();
    }
}
