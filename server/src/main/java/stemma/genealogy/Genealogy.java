package stemma.genealogy;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.database.AtOnce;
import stemma.genealogy.store.Links;
import stemma.genealogy.store.ReviewTable;
import stemma.genealogy.store.RunRow;
import stemma.genealogy.store.RunTable;
import stemma.identifiers.EventId;
import stemma.identifiers.LotId;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.Portion;
import stemma.identifiers.RunId;
import stemma.journal.Invariant;
import stemma.journal.Journal;
import stemma.journal.Knowledge;
import stemma.journal.SealedSize;
import stemma.ledger.Ledger;
import stemma.ledger.Place;
import stemma.ledger.Recorded;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.stock.Balance;
import stemma.stock.Stock;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;

/** The reading side of the genealogy: answers a question by a trace that is complete or says so. */
public final class Genealogy {
    private final LiveIndex index;
    private final LinkSource links;
    private final RunTable runs;
    private final Lots lots;
    private final Stock stock;
    private final Ledger ledger;
    private final Journal journal;
    private final Reviews reviews;
    private final int room;

    public Genealogy(
            JdbcClient database,
            LiveIndex index,
            Lots lots,
            Stock stock,
            Ledger ledger,
            Journal journal) {
        this(database, index, lots, stock, ledger, journal, TooFar.room());
    }

    /** Takes of how many lots a trace may tell. */
    public Genealogy(
            JdbcClient database,
            LiveIndex index,
            Lots lots,
            Stock stock,
            Ledger ledger,
            Journal journal,
            int room) {
        this.room = room;
        this.index = index;
        this.links = new LinkSource(database, index);
        this.runs = new RunTable(database);
        this.lots = lots;
        this.stock = stock;
        this.ledger = ledger;
        this.journal = journal;
        this.reviews = new Reviews(database, ledger, lots);
    }

    /**
     * Returns everything that the question asks for; roots that no lot bears are left out. Throws
     * {@link TooFar} where that is more than there is memory for.
     */
    public Trace trace(Question question) {
        return traces(List.of(question)).getFirst();
    }

    /** Returns the answers to some questions, asked with the same knowledge. */
    public List<Trace> traces(List<Question> questions) {
        return traces(questions, List.of(), Alongside.NOTHING);
    }

    /**
     * Returns the answers to some questions, asked with the same knowledge: what they have in
     * common is read once, and of their roots those that stand, as the caller knows, not again.
     */
    public List<Trace> traces(List<Question> questions, List<Lot> standing, Alongside alongside) {
        AsOf asOf = questions.getFirst().asOf();
        Map<LotId, Lot> roots = roots(questions, standing);
        ReadBeside beside = new ReadBeside(index::message, ledger.history(), alongside, room);
        List<LinkSource.Start> starts = questions.stream()
                .map(question -> new LinkSource.Start(
                        spans(question, roots), question.direction(), question.cause()))
                .toList();
        LinkSource.Found from = links.of(starts, asOf, beside);
        // It was read before the links were, or is now, before they are read one by one.
        SealedSize sealed = beside.sealed().orElseGet(journal::sealed);
        List<Searched> all = new ArrayList<>();
        Set<Long> keys = new HashSet<>();
        Set<Long> through = new HashSet<>();
        for (int i = 0; i < starts.size(); i++) {
            Searched one =
                    searched(questions.get(i), starts.get(i), from.links().get(i));
            all.add(one);
            keys.addAll(one.lots());
            through.addAll(Assembly.runs(one.web()));
        }
        boolean isRead = from.reached().isPresent() && beside.holds(keys);
        if (!isRead) alongside.forget();
        Facts facts = isRead ? beside.facts() : facts(keys, asOf);
        List<RunRow> gone =
                isRead && beside.holdsRuns(through) ? beside.through() : runs.runs(through);
        List<Recorded> broken = isRead ? beside.violating() : broken(all, facts, asOf);
        List<Trace> whole = new ArrayList<>();
        for (Searched one : all) {
            List<Recorded> own = all.size() == 1 || broken.isEmpty()
                    ? broken
                    : broken(List.of(one), facts, asOf);
            whole.add(completed(bare(one, facts, gone), one, facts, sealed, own));
        }
        return whole;
    }

    /** What a search gathered for a question, by our inner keys. */
    private record Searched(
            Question question, Web web, Graph graph, Set<Long> lots, int generations) {}

    private Searched searched(Question question, LinkSource.Start start, Links from) {
        Search search = Search.of(from, question.direction());
        Web web = search.within(room, start.roots(), question.cause())
                .orElseThrow(() -> new TooFar(room, room));
        Graph graph = new Graph(web, question.direction());
        Set<Long> keys = new HashSet<>();
        graph.cuts().forEach(span -> keys.add(span.lot()));
        return new Searched(question, web, graph, keys, search.generations());
    }

    /** What is known of the lots that were reached. */
    record Facts(Map<Long, Lot> lots, List<Balance> balances, List<ReviewTable.Open> reviews) {
        Map<Long, Lot> of(Set<Long> keys) {
            Map<Long, Lot> own = new HashMap<>(lots);
            own.keySet().retainAll(keys);
            return own;
        }
    }

    private Facts facts(Set<Long> keys, AsOf asOf) {
        Map<Long, Lot> found = lots.byKey(keys);
        return new Facts(
                found,
                asOf.isNow()
                        ? stock.balances(found.values())
                        : stock.balances(found.values(), known(asOf)),
                reviews.rows(found.keySet(), asOf));
    }

    private static Trace bare(Searched of, Facts facts, List<RunRow> gone) {
        Assembly assembly = new Assembly(of.web(), of.graph(), facts.lots(), gone);
        Map<Long, Lot> own = facts.of(of.lots());
        List<Balance> standing = own.size() == facts.lots().size()
                ? facts.balances()
                : Stock.of(own.values(), facts.balances());
        return new Trace(
                of.question(),
                assembly.nodes(),
                assembly.traced(),
                nothing(of.question()),
                standing);
    }

    private Trace completed(
            Trace bare, Searched of, Facts facts, SealedSize sealed, List<Recorded> broken) {
        Collection<Lot> found = facts.of(of.lots()).values();
        List<Gap> gaps = new ArrayList<>(reviews.on(found, facts.reviews()));
        for (Recorded recorded : broken) gaps.addAll(Gaps.of(recorded));
        Completeness complete = completeness(bare, found.size(), of.generations(), sealed, gaps);
        return new Trace(bare.question(), bare.nodes(), bare.links(), complete, bare.balances());
    }

    /** Returns the reports that touched what was reached and stand with what they violate. */
    private List<Recorded> broken(List<Searched> of, Facts facts, AsOf asOf) {
        Set<Portion> reached = new LinkedHashSet<>();
        for (Searched one : of)
            for (Span span : one.graph().cuts())
                reached.add(Assembly.portion(
                        Objects.requireNonNull(facts.lots().get(span.lot())), span));
        AtOnce message = index.message();
        Supplier<List<Recorded>> standing = ledger.history().violating(message, reached);
        message.answer();
        return standing.get().stream()
                .filter(recorded -> recorded.seq() <= asOf.lastSeq())
                .toList();
    }

    /**
     * Tells of everything that the question asks for in which shipments it left. What is asked as
     * of now comes from the index as it walks, so that no answer is ever held in memory.
     */
    public void consigned(Question question, Consigned told) {
        boolean isTold = question.asOf().isNow()
                && index.consigned(
                        spans(question, roots(List.of(question), List.of())),
                        question.direction(),
                        question.cause(),
                        told);
        if (isTold) return;
        Trace trace = trace(question);
        List<Lot> of = trace.lots().stream().map(Reached::lot).distinct().toList();
        Consigning.tell(trace, stock.roads(of, known(question.asOf())), told);
    }

    /** Returns that traces are dual, and the same in memory as in the tables of the database. */
    public Invariant invariant(JdbcClient database) {
        return new TracesAreDual(database, journal, index);
    }

    /** Returns the index of this node, which tells how it stands. */
    public LiveIndex index() {
        return index;
    }

    /** Returns which lots later facts call in question. */
    public Reviews reviews() {
        return reviews;
    }

    /** Returns the runs that may have left material to this one, as known now. */
    public List<CarryOver> carriedInto(RunId run) {
        return runs.carriedInto(run.code()).stream()
                .map(row -> new CarryOver(
                        new RunId(row.from()),
                        row.stated() ? CarryOver.Ground.STATED : CarryOver.Ground.DERIVED))
                .toList();
    }

    /** A lot that has been voided since was one by what was known before. */
    private Map<LotId, Lot> roots(List<Question> questions, List<Lot> standing) {
        Set<LotId> ids = new HashSet<>();
        for (Question question : questions)
            question.roots().forEach(portion -> ids.add(portion.first()));
        if (!questions.getFirst().asOf().isNow()) return lots.lotsEvenVoided(ids);
        Map<LotId, Lot> roots = Lots.among(ids, standing);
        ids.removeAll(roots.keySet());
        if (!ids.isEmpty()) roots.putAll(lots.lots(ids));
        return roots;
    }

    private static List<Span> spans(Question question, Map<LotId, Lot> found) {
        List<Span> spans = new ArrayList<>();
        for (Portion portion : question.roots()) {
            Lot lot = found.get(portion.first());
            if (lot != null)
                spans.add(new Span(lot.key(), portion.first().ordinal(), portion.last()));
        }
        return spans;
    }

    private static Completeness nothing(Question question) {
        return new Completeness(
                question,
                0,
                0,
                0,
                0,
                OptionalInt.empty(),
                OptionalInt.empty(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Completeness completeness(
            Trace trace, int lots, int depth, SealedSize sealed, List<Gap> gaps) {
        long whole = trace.runs().stream()
                .filter(run -> run.extent() == TracedRun.Extent.RUN)
                .count();
        return new Completeness(
                trace.question(),
                sealed.size(),
                sealed.unsealed(),
                lots,
                (int) whole,
                OptionalInt.of(trace.links().size()),
                OptionalInt.of(depth),
                boundaries(trace),
                gaps,
                leftOut(trace));
    }

    private static List<LeftOut> leftOut(Trace trace) {
        long pooled = trace.lots().stream()
                .filter(Reached::onlyThroughPools)
                .map(lot -> lot.lot().id())
                .distinct()
                .count();
        return pooled == 0 ? List.of() : List.of(LeftOut.pools((int) pooled));
    }

    /** Of a block only the units reached count. */
    private static List<Boundary> boundaries(Trace trace) {
        Map<EventId, List<Reached>> byBirth = new HashMap<>();
        for (Reached lot : trace.lots())
            byBirth.computeIfAbsent(lot.lot().id().birth(), _ -> new ArrayList<>())
                    .add(lot);
        Map<End, Set<LotId>> ends = new LinkedHashMap<>();
        for (Balance balance : trace.balances()) {
            End end = end(trace.question().direction(), balance.place());
            if (end == null) continue;
            for (Reached lot : byBirth.getOrDefault(balance.lot().first().birth(), List.of()))
                if (lot.portion().overlaps(balance.lot()))
                    ends.computeIfAbsent(end, _ -> new HashSet<>())
                            .add(lot.lot().id());
        }
        List<Boundary> boundaries = new ArrayList<>();
        ends.forEach(
                (end, at) -> boundaries.add(new Boundary(end.kind(), end.partner(), at.size())));
        boundaries.sort(Comparator.comparing(Boundary::kind)
                .thenComparing(
                        Boundary::partner, Comparator.nullsFirst(Comparator.naturalOrder())));
        return boundaries;
    }

    private static Knowledge known(AsOf asOf) {
        long[] except = asOf.except().stream().mapToLong(Long::longValue).toArray();
        return new Knowledge(0, asOf.lastSeq(), except);
    }

    private record End(
            Boundary.Kind kind,
            @org.jspecify.annotations.Nullable PartnerCode partner) {}

    private static @org.jspecify.annotations.Nullable End end(Direction direction, Place place) {
        return switch (place) {
            case Place.OfCustomer(var partner, var _) ->
                direction == Direction.BACKWARD
                        ? null
                        : new End(Boundary.Kind.LEFT_OUR_KNOWLEDGE, partner);
            case Place.OfSupplier(var partner) ->
                direction == Direction.FORWARD
                        ? null
                        : new End(Boundary.Kind.CAME_FROM_SUPPLIER, partner);
            case Place.Beyond beyond ->
                direction == Direction.BACKWARD && beyond == Place.Beyond.BEFORE_RECORDS
                        ? new End(Boundary.Kind.BEFORE_RECORDS, null)
                        : null;
            case Place.At _,
                    Place.InCustody _,
                    Place.InRun _,
                    Place.InContainer _,
                    Place.InVessel _,
                    Place.InUnit _,
                    Place.InTransit _,
                    Place.InTransfer _ -> null;
        };
    }
}
