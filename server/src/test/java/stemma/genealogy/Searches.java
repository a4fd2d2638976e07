package stemma.genealogy;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.database.AtOnce;
import stemma.genealogy.store.Links;
import stemma.genealogy.store.LinksAtHand;
import stemma.genealogy.store.LinksInTables;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.lots.Lot;
import stemma.lots.Lots;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The search by itself, unit by unit, for tests that hold it against something else. */
public record Searches(JdbcClient database, Lots lots) {

    /** Returns every unit that the search reaches from these lots or units. */
    public Set<LotId> units(Question question) {
        Web web = web(question, new LinksInTables(database, question.asOf()));
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

    /** Returns all that a search finds, link by link, that asks the tables at every step. */
    public Set<String> stepByStep(Question question) {
        return told(web(question, new LinksInTables(database, question.asOf())));
    }

    /** Returns the same of a search over what the index says is reached, read at once. */
    public Set<String> atOnce(Question question, LiveIndex index) {
        LiveIndex.Extents known = index.reached(List.of(start(question))).orElseThrow();
        var walk = new LinksAtHand.Walk(question.direction(), known.reached().getFirst());
        var read = LinksAtHand.of(index.message(), List.of(walk), _ -> {}, known::askNews);
        return told(web(question, read.links().getFirst()));
    }

    /**
     * Whether there was any news of an index, and whether what had been walked was taken for all.
     */
    public record Still(boolean isAnyNew, boolean isSame) {}

    /**
     * Walks what the question reaches, and asks whether it still is all after something happened.
     */
    public Still still(Question question, LiveIndex index, Runnable meanwhile) {
        LiveIndex.Extents known = index.reached(List.of(start(question))).orElseThrow();
        meanwhile.run();
        AtOnce message = index.message();
        Supplier<List<Boolean>> news = message.ask(known.askNews());
        message.answer();
        boolean isAnyNew = news.get().getFirst();
        return new Still(isAnyNew, index.still(known, isAnyNew).orElseThrow() == known);
    }

    private LinkSource.Start start(Question question) {
        return new LinkSource.Start(roots(question), question.direction(), question.cause());
    }

    private Web web(Question question, Links links) {
        return Search.of(links, question.direction()).from(roots(question), question.cause());
    }

    private Set<Span> roots(Question question) {
        Set<Span> roots = new HashSet<>();
        for (Portion root : question.roots()) roots.add(span(root));
        return roots;
    }

    Span span(Portion of) {
        Lot lot = java.util.Objects.requireNonNull(
                lots.lotsEvenVoided(List.of(of.first())).get(of.first()));
        return new Span(lot.key(), of.first().ordinal(), of.last());
    }

    Search forward() {
        return Search.of(new LinksInTables(database, AsOf.now()), Direction.FORWARD);
    }

    private static Set<String> told(Web web) {
        Set<String> told = new TreeSet<>();
        web.pieces().forEach(piece -> told.add(piece.toString()));
        web.fed.values().forEach(row -> told.add(row.toString()));
        web.into.forEach((fed, outputs) -> outputs.forEach(o -> told.add(fed + " into " + o)));
        web.yielded.forEach(row -> told.add(row.toString()));
        web.carried.forEach(row -> told.add(row.toString()));
        web.fills.forEach(row -> told.add("fill " + row));
        web.draws.forEach(row -> told.add("draw " + row));
        web.parted.forEach(parting -> {
            parting.parts().forEach(row -> told.add("part " + row));
            parting.wholes().forEach(row -> told.add("whole " + row));
        });
        return told;
    }
}
