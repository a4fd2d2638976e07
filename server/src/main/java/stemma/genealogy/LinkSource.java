package stemma.genealogy;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.genealogy.store.Links;
import stemma.genealogy.store.LinksAtHand;
import stemma.genealogy.store.LinksInTables;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Where a search gets its links from. What is asked as of now, the index knows the extent of; its
 * links are then read at once. Where others write all the while what is asked about, and as of an
 * earlier moment, they are read generation by generation.
 */
final class LinkSource {
    private static final int TRIES = 3;

    private final JdbcClient database;
    private final LiveIndex index;

    LinkSource(JdbcClient database, LiveIndex index) {
        this.database = database;
        this.index = index;
    }

    /** Returns all that the tables have, also what no search in one direction asks for. */
    Links tables(AsOf asOf) {
        return new LinksInTables(database, asOf);
    }

    Links of(Collection<Span> roots, Direction direction, Cause cause, AsOf asOf) {
        Links tables = tables(asOf);
        if (!asOf.isNow() || roots.isEmpty()) return tables;
        Optional<List<Span>> reached = index.reached(roots, direction, cause);
        for (int i = 0; i < TRIES && reached.isPresent(); i++) {
            Links atHand = switch (direction) {
                case FORWARD -> LinksAtHand.forward(tables, reached.get());
                case BACKWARD -> LinksAtHand.backward(tables, reached.get());
            };
            var after = index.reached(roots, direction, cause);
            if (after.equals(reached)) return atHand;
            reached = after;
        }
        return tables;
    }
}
