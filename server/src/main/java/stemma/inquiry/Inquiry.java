package stemma.inquiry;

import stemma.catalog.Catalog;
import stemma.genealogy.Direction;
import stemma.genealogy.Gap;
import stemma.genealogy.Path;
import stemma.genealogy.Question;
import stemma.genealogy.Reached;
import stemma.genealogy.Trace;
import stemma.identifiers.EventIds;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.Portion;
import stemma.identifiers.SerialNumber;
import stemma.identifiers.ShipmentCode;
import stemma.intake.Sight;
import stemma.journal.Checked;
import stemma.journal.Journal;
import stemma.journal.WorldClock;
import stemma.ledger.Ledger;
import stemma.ledger.Place;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.stock.Balance;
import stemma.stock.Stock;
import stemma.stock.StockAtHand;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The entry to the answers: what a number means, and everything about it. Every answer costs a
 * number of queries that does not grow with the lots, but for the generations of a trace.
 */
public final class Inquiry {
    /** How many entries of the past, or gaps, a page has. */
    public static final int PAST = 100;

    private final Catalog catalog;
    private final Lots lots;
    private final Stock stock;
    private final Ledger ledger;
    private final Journal journal;
    private final WorldClock clock;
    private final Tracing tracing;
    private final Function<Question, Trace> genealogy;
    private final Gathering.Rooms rooms;
    private final Traces traces;
    private final Roots roots;
    private final Finder finder;
    private final Telling telling;
    private final Documentation documentation;
    private final Holding holding;
    private final Correcting correcting;
    private final Comparing comparing;
    private final Boards boards;
    private final Differing differing;
    private final Proving proving;

    public Inquiry(
            Catalog catalog,
            Lots lots,
            Stock stock,
            Ledger ledger,
            Journal journal,
            WorldClock clock,
            EventIds ids,
            Tracing tracing,
            Roots roots) {
        this.catalog = catalog;
        this.lots = lots;
        this.stock = stock;
        this.ledger = ledger;
        this.journal = journal;
        this.clock = clock;
        this.tracing = tracing;
        this.genealogy = tracing.trace();
        this.rooms = new Gathering.Rooms(catalog, lots, stock, tracing.message());
        this.traces = new Traces(rooms, journal, clock, tracing);
        this.roots = roots;
        this.finder = new Finder(catalog, lots, stock, ledger);
        this.telling = new Telling(catalog, ledger.history());
        this.documentation = new Documentation(rooms, ledger, telling);
        this.boards = new Boards(rooms, journal, clock, tracing);
        this.comparing = new Comparing(catalog, journal, clock, tracing);
        this.differing = new Differing(rooms, ledger.history(), journal, clock, tracing);
        this.proving = new Proving(journal);
        this.holding = new Holding(rooms, ledger, journal, clock, ids, tracing);
        this.correcting = new Correcting(rooms, ledger, journal, clock, telling, tracing.rests());
    }

    /** Says what a number means. */
    public Finding find(String typed) {
        return finder.find(typed);
    }

    /** Returns the orders, runs, receipts, shipments and containers. */
    public Documentation documents() {
        return documentation;
    }

    /** Returns the holds, and how they are set and lifted. */
    public Holding holds() {
        return holding;
    }

    /** Returns the balances and shipments that this node keeps in memory. */
    public StockAtHand stockAtHand() {
        return tracing.stock();
    }

    /** Returns what answers what several things share. */
    public Comparing comparing() {
        return comparing;
    }

    /** Returns what answers in what two moments' traces differ. */
    public Differing differing() {
        return differing;
    }

    /** Returns what proves entries, and that the log has only grown. */
    public Proving proving() {
        return proving;
    }

    /** Returns the entries of the record, what rests on each, and how one is corrected. */
    public Correcting entries() {
        return correcting;
    }

    /**
     * Returns the lots of a number, of one item or of all that use it; refuses an unknown number.
     */
    public Subject family(Optional<ItemCode> item, LotNumber number) {
        List<Lot> family = lots.family(item.orElse(null), number);
        if (family.isEmpty()) throw unknown(number.text());
        String query = "lot=" + Subject.encoded(family.getFirst().number().text())
                + item.map(code -> "&item=" + Subject.encoded(code.code())).orElse("");
        return new Subject(
                family.getFirst().number().text(),
                query,
                family,
                family.stream().map(Lot::span).toList());
    }

    /** Returns one lot, or units of a block; refuses an unknown id. */
    public Subject one(Portion portion) {
        Lot lot = rooms.lot(portion.first()).orElseThrow(() -> unknown(portion.toString()));
        boolean isUnit = lot.isSerial() && !portion.equals(lot.span());
        List<SerialNumber> serials =
                isUnit && portion.count() == 1 ? lots.serials(portion) : List.of();
        String title = serials.isEmpty()
                ? lot.number().text() + (isUnit ? ", " + portion.count() + " units" : "")
                : serials.getFirst().text();
        return new Subject(
                title,
                "id=" + Subject.encoded(portion.toString()),
                List.of(lot),
                List.of(isUnit ? portion : lot.span()));
    }

    /**
     * Returns what these roots mean together, one to a line as {@link RootText} reads it; refuses
     * one that means nothing.
     */
    public Subject rooted(String text, ZoneId zone) {
        List<NamedRoot> named = roots.named(RootText.lines(text, zone));
        Set<Portion> portions = new TreeSet<>();
        named.forEach(root -> portions.addAll(root.portions()));
        Map<LotId, Lot> known = lots.lots(portions.stream().map(Portion::first).toList());
        String title = named.getFirst().asked().text()
                + (named.size() == 1 ? "" : " and " + (named.size() - 1) + " more");
        String lines =
                named.stream().map(root -> root.asked().text()).collect(Collectors.joining("\n"));
        return new Subject(
                title,
                "root=" + Subject.encoded(lines),
                portions.stream()
                        .map(portion -> known.get(portion.first()))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                List.copyOf(portions),
                named);
    }

    private static Refused unknown(String text) {
        return new Refused(Problem.of("lot_unknown", 404, "There is no lot " + text + ".")
                .notRecording("")
                .advising("Type the number into the box above: it also finds what looks like it.")
                .with("lot", text));
    }

    /** Returns everything about a lot on one card, its past from the given event on. */
    public LotCard card(Subject subject, int pastFrom) {
        Instant at = clock.now();
        Insight insight = Insight.at(journal, Optional.empty());
        Trace forward = genealogy.apply(Question.forward(subject.roots()));
        Trace backward = genealogy.apply(Question.backward(subject.roots()));
        Gathering gathering = gather(subject.lots(), insight, at);
        // Where they are is asked of these lots alone, but which runs have yielded is in the trace.
        Board own = new BoardMaking(forward, gathering).board(subject, insight, at);
        return new LotCard(
                subject,
                at,
                subject.lots().stream().map(gathering::line).toList(),
                gathering.names,
                own.groups(),
                own.roads(),
                Neighbour.of(backward),
                Neighbour.of(forward),
                LotCard.others(forward),
                LotCard.others(backward),
                past(subject.roots(), pastFrom));
    }

    private Past.Page past(Collection<Portion> of, int offset) {
        long total = ledger.history().count(of);
        return new Past.Page(
                telling.tell(ledger.history().of(of, offset, PAST), of), offset, total);
    }

    /** Returns the serial numbers of units, in the order of their ordinals. */
    public List<SerialNumber> serials(Portion units) {
        return lots.serials(units);
    }

    /** Returns the boards of what lots, gone bad, mean. */
    public Boards boards() {
        return boards;
    }

    /** Returns the board with every row; with the knowledge of a moment where given. */
    public Board board(Subject subject, Optional<Instant> knownAt) {
        return boards.whole(subject, knownAt);
    }

    /** Returns the board in numbers; as of now it does not read what is behind them lot by lot. */
    public Exposure exposure(Subject subject, Optional<Instant> knownAt) {
        return boards.exposure(subject, knownAt);
    }

    /** Returns a trace in one direction, with the rows asked for. */
    public TraceAnswer trace(Subject subject, TraceQuery query, Optional<Instant> knownAt) {
        return traces(subject, List.of(query), knownAt).getFirst();
    }

    /** Returns a trace for each query; what they have in common is read once. */
    public List<TraceAnswer> traces(
            Subject subject, List<TraceQuery> queries, Optional<Instant> knownAt) {
        return traces.of(subject, queries, knownAt);
    }

    /**
     * Returns the same; where one goes forward, with how much of what was asked about is in each.
     */
    public List<TraceAnswer> tracesApportioned(
            Subject subject, List<TraceQuery> queries, Optional<Instant> knownAt) {
        return traces(subject, queries, knownAt).stream()
                .map(answer -> answer.direction() == Direction.FORWARD
                        ? answer.with(tracing.apportioned().apply(answer.trace()))
                        : answer)
                .toList();
    }

    /**
     * Returns every serial number that a trace in one direction concerns, to be told one by one.
     */
    public SerialsConcerned serials(
            Subject subject, Direction direction, Optional<Instant> knownAt) {
        Insight insight = Insight.at(journal, knownAt);
        Question question = direction == Direction.FORWARD
                ? Question.forward(subject.roots())
                : Question.backward(subject.roots());
        return new SerialsConcerned(
                subject,
                question.asOf(insight.asOf()),
                insight,
                clock.now(),
                tracing.consigned(),
                new SerialsRead.Rooms(catalog, lots, stock));
    }

    /** Returns the rows of some of the lots that an answer reached, in their order. */
    public List<TraceRow> rows(TraceAnswer answer, List<Reached> of) {
        return traces.rows(answer, of);
    }

    /** Returns lots: of an item, bearing a number, or whose number begins with a text. */
    public List<LotLine> lots(LotQuery query) {
        Set<Lot> found = new LinkedHashSet<>();
        if (query.number().isPresent()) {
            found.addAll(lots.family(query.item().orElse(null), query.number().get()));
        } else if (query.item().isPresent()) {
            found.addAll(lots.ofItem(query.item().get(), query.offset(), query.limit()));
        } else {
            found.addAll(lots.beginningWith(query.beginning(), query.limit()));
        }
        Gathering gathering = gather(found, Insight.at(journal, Optional.empty()), clock.now());
        return gathering.lots.stream().map(gathering::line).toList();
    }

    /** Returns what stands open now at the sites seen: gaps, what is on the road; and all holds. */
    public StartAnswer start(Sight sight) {
        Set<ShipmentCode> shipments = new LinkedHashSet<>();
        Set<Portion> onTheRoad = new LinkedHashSet<>();
        List<Balance> road = stock.onTheRoad();
        Set<ShipmentCode> seen = Roads.from(stock, road, sight);
        for (Balance balance : road) {
            if (!(balance.place() instanceof Place.InTransit(var code))) continue;
            if (!seen.contains(code)) continue;
            shipments.add(code);
            onTheRoad.add(balance.lot());
        }
        return new StartAnswer(
                clock.now(),
                holding.all(),
                ledger.history().violatingCount(sight.sites()),
                shipments.size(),
                onTheRoad.size(),
                journal.sealed(),
                journal.checked(),
                tracing.index().get().with("stock at hand", tracing.stock().bytes()));
    }

    /** Returns how each rule of the record was last proven on this node. */
    public List<Checked> proven() {
        return journal.checked();
    }

    /** Returns every shipment that has not arrived, with what is on it. */
    public List<Road> onTheRoad() {
        var road = stock.onTheRoad();
        List<Lot> under = new ArrayList<>(
                lots.lots(road.stream().map(balance -> balance.lot().first()).toList())
                        .values());
        Gathering gathering = gather(under, Insight.at(journal, Optional.empty()), clock.now());
        return Roads.of(gathering, List.of()).stream().filter(Road::isOnTheRoad).toList();
    }

    /** Returns why a lot stands in the trace of the subject in that direction. */
    public Why why(Subject subject, Direction direction, Portion of, Optional<Instant> knownAt) {
        Lot lot = lots.lot(of.first()).orElseThrow(() -> unknown(of.toString()));
        Insight insight = Insight.at(journal, knownAt);
        Optional<Path> path = switch (direction) {
            case FORWARD -> tracing.paths().between(subject.roots(), List.of(of), insight.asOf());
            case BACKWARD -> tracing.paths().between(List.of(of), subject.roots(), insight.asOf());
        };
        return new Why(subject, lot, direction, insight, path);
    }

    /**
     * Returns reports that stand with violations and are not corrected, the youngest first: those
     * at sites seen, and how many at others.
     */
    public Past.Page gaps(int offset, Sight sight) {
        long all = ledger.history().violatingCount(Optional.empty());
        long seen = ledger.history().violatingCount(sight.sites());
        return new Past.Page(
                telling.tell(ledger.history().violating(sight.sites(), offset, PAST), List.of()),
                offset,
                seen,
                (int) (all - seen));
    }

    /**
     * Returns a page of lots that came out of something into which nothing is known to have gone.
     */
    public List<Gap> unfounded(int offset) {
        return tracing.gaps().unfounded(offset, PAST);
    }

    private Gathering gather(Collection<Lot> of, Insight insight, Instant at) {
        return new Gathering(rooms, of, insight, at);
    }
}
