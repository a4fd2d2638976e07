package stemma.genealogy;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.genealogy.store.LinkTable;
import stemma.genealogy.store.RunTable;
import stemma.genealogy.store.VesselTable;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Finds kin by the same search as a trace, pools included; siblings of one material are no kin. */
public final class KinByGeneration implements Kin {
    private final LinkTable links;
    private final RunTable runs;
    private final VesselTable vessels;

    public KinByGeneration(JdbcClient database) {
        this.links = new LinkTable(database);
        this.runs = new RunTable(database);
        this.vessels = new VesselTable(database);
    }

    @Override
    public Set<Span> descendants(Collection<Span> of) {
        return found(new ForwardSearch(links, runs, vessels, AsOf.now()), of);
    }

    @Override
    public Set<Span> ancestors(Collection<Span> of) {
        return found(new BackwardSearch(links, runs, vessels, AsOf.now()), of);
    }

    private static Set<Span> found(Search search, Collection<Span> of) {
        Set<Span> found = new TreeSet<>();
        search.from(of, Cause.LOCAL).pieces().forEach(piece -> found.add(piece.span()));
        return found;
    }
}
