package stemma.genealogy;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.database.AtOnce;
import stemma.genealogy.store.Links;
import stemma.genealogy.store.LinksAtHand;
import stemma.genealogy.store.LinksInTables;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

    /** From where a search begins, where it goes, and whether with its siblings. */
    record Start(Collection<Span> roots, Direction direction, Cause cause) {}

    /** Where to get the links of some searches, and what the index says they reach, if it does. */
    record Found(List<Links> links, Optional<List<List<Span>>> reached) {}

    Links of(Collection<Span> roots, Direction direction, Cause cause, AsOf asOf) {
        return of(List.of(new Start(roots, direction, cause)), asOf, Besides.NOTHING)
                .links()
                .getFirst();
    }

    /**
     * Returns the links of searches with the same knowledge. Where the index knows what they reach,
     * more may be asked about that in the same messages; of several times the last counts.
     */
    Found of(List<Start> starts, AsOf asOf, Besides besides) {
        Links tables = tables(asOf);
        List<Links> inTables = Collections.nCopies(starts.size(), tables);
        if (!asOf.isNow() || starts.stream().allMatch(start -> start.roots().isEmpty()))
            return new Found(inTables, Optional.empty());
        Optional<LiveIndex.Extents> known = index.reached(starts);
        for (int i = 0; i < TRIES && known.isPresent(); i++) {
            List<List<Span>> reached = known.get().reached();
            List<LinksAtHand.Walk> walks = new ArrayList<>();
            for (int j = 0; j < starts.size(); j++)
                walks.add(new LinksAtHand.Walk(starts.get(j).direction(), reached.get(j)));
            AtOnce message = index.message();
            Set<Span> all = new LinkedHashSet<>();
            reached.forEach(all::addAll);
            besides.ask(message, all);
            LiveIndex.Extents walked = known.get();
            LinksAtHand.Read read = LinksAtHand.of(
                    message, walks, runs -> besides.askOn(message, runs), walked::askNews);
            var after = index.still(walked, read.isAnyNew());
            if (after.isPresent() && after.get().reached().equals(reached))
                return new Found(read.links(), Optional.of(reached));
            known = after;
        }
        return new Found(inTables, Optional.empty());
    }
}
