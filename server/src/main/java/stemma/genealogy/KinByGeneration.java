package stemma.genealogy;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.genealogy.store.LinksInTables;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Finds kin by the same search as a trace, pools included; siblings of one material are no kin. */
public final class KinByGeneration implements Kin {
    private final JdbcClient database;

    public KinByGeneration(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Set<Span> descendants(Collection<Span> of) {
        return found(Direction.FORWARD, of);
    }

    @Override
    public Set<Span> ancestors(Collection<Span> of) {
        return found(Direction.BACKWARD, of);
    }

    private Set<Span> found(Direction direction, Collection<Span> of) {
        Search search = Search.of(new LinksInTables(database, AsOf.now()), direction);
        Set<Span> found = new TreeSet<>();
        search.from(of, Cause.LOCAL).pieces().forEach(piece -> found.add(piece.span()));
        return found;
    }
}
