package stemma.genealogy;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.genealogy.store.LinkTable;
import stemma.genealogy.store.RunTable;
import stemma.genealogy.store.VesselTable;
import stemma.identifiers.Portion;
import stemma.journal.Journal;
import stemma.journal.SealedSize;
import stemma.lots.Lot;
import stemma.lots.Lots;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Answers a question by the search alone, until the room has an entry of its own. */
public record TraceBySearch(JdbcClient database, Lots lots, Journal journal) {

    public Trace trace(Question question) {
        List<Span> roots = new ArrayList<>();
        for (Portion portion : question.roots()) {
            Lot lot = lots.lot(portion.first()).orElseThrow();
            roots.add(new Span(lot.key(), portion.first().ordinal(), portion.last()));
        }
        Search search = search(question);
        Web web = search.from(roots, question.cause());
        Graph graph = new Graph(web, question.direction());
        Set<Long> keys = new HashSet<>();
        web.pieces().forEach(piece -> keys.add(piece.span().lot()));
        Set<Long> runs = Assembly.runs(web);
        Assembly assembly =
                new Assembly(web, graph, lots.byKey(keys), new RunTable(database).runs(runs));
        SealedSize sealed = journal.sealed();
        Completeness completeness = new Completeness(
                question,
                sealed.size(),
                sealed.unsealed(),
                keys.size(),
                runs.size(),
                web.links(),
                search.generations(),
                List.of(),
                List.of(),
                List.of());
        return new Trace(question, assembly.nodes(), assembly.traced(), completeness);
    }

    private Search search(Question question) {
        LinkTable links = new LinkTable(database);
        RunTable runs = new RunTable(database);
        VesselTable vessels = new VesselTable(database);
        return switch (question.direction()) {
            case FORWARD -> new ForwardSearch(links, runs, vessels, question.asOf());
            case BACKWARD -> new BackwardSearch(links, runs, vessels, question.asOf());
        };
    }
}
