package stemma.genealogy;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.genealogy.store.LinkTable;
import stemma.genealogy.store.RunTable;
import stemma.genealogy.store.VesselTable;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.lots.Lot;
import stemma.lots.Lots;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The search by itself, unit by unit, for tests that hold it against something else. */
public record Searches(JdbcClient database, Lots lots) {

    /** Returns every unit that the search reaches from these lots or units. */
    public Set<LotId> units(Question question) {
        LinkTable links = new LinkTable(database);
        RunTable runs = new RunTable(database);
        VesselTable vessels = new VesselTable(database);
        Search search = switch (question.direction()) {
            case FORWARD -> new ForwardSearch(links, runs, vessels, question.asOf());
            case BACKWARD -> new BackwardSearch(links, runs, vessels, question.asOf());
        };
        Set<Span> roots = new HashSet<>();
        for (Portion root : question.roots()) {
            Lot lot = java.util.Objects.requireNonNull(
                    lots.lotsEvenVoided(List.of(root.first())).get(root.first()));
            roots.add(new Span(lot.key(), root.first().ordinal(), root.last()));
        }
        Web web = search.from(roots, question.cause());
        Set<Long> keys = new HashSet<>();
        web.pieces().forEach(piece -> keys.add(piece.span().lot()));
        Map<Long, Lot> found = lots.byKey(keys);
        Set<LotId> units = new TreeSet<>();
        for (Web.Piece piece : web.pieces()) {
            var birth = found.get(piece.span().lot()).id().birth();
            for (int i = piece.span().first(); i <= piece.span().last(); i++) {
                units.add(new LotId(birth, i));
            }
        }
        return units;
    }
}
