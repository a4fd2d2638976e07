package stemma.genealogy;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import stemma.genealogy.store.RunState;
import stemma.genealogy.store.UseTable;
import stemma.ledger.Descent;
import stemma.ledger.Place;
import stemma.ledger.Reach;
import stemma.ledger.Turns;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.stock.Hold;
import stemma.stock.Marked;
import stemma.stock.Stock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Brings the marks of holds to everything they reach. The first pass runs beside other writers; the
 * last one, which must find nothing new, has the plant alone for a moment, and only then is it
 * complete.
 */
public final class Spreading {
    private final TransactionTemplate transactions;
    private final Lots lots;
    private final Stock stock;
    private final Kin kin;
    private final RunState runs;
    private final UseTable uses;
    private final Turns turns;
    private final Lock inOrder = new ReentrantLock();
    private volatile Pace pace = Pace.AT_ONCE;

    /** Whether a hold spreads right after the append that calls for it, or when it is told to. */
    public enum Pace {
        AT_ONCE,
        LATER
    }

    Spreading(
            JdbcClient database,
            TransactionTemplate transactions,
            Lots lots,
            Stock stock,
            Kin kin) {
        this.transactions = transactions;
        this.lots = lots;
        this.stock = stock;
        this.kin = kin;
        this.runs = new RunState(database);
        this.uses = new UseTable(database);
        this.turns = new Turns(database);
    }

    /** Says how soon holds spread; until they have, what they may reach is checked by itself. */
    public void pace(Pace soon) {
        pace = soon;
    }

    /** Completes every hold that is still spreading, unless that is to wait. */
    public void afterAppend() {
        if (pace == Pace.AT_ONCE) all();
    }

    /**
     * Completes every hold that is still spreading; holds already complete cost one query. One
     * writer does it for all who wait for it: what was appended before the last pass is in it.
     */
    public void all() {
        if (spreading().isEmpty()) return;
        inOrder.lock();
        try {
            spreading().forEach(this::bring);
        } finally {
            inOrder.unlock();
        }
    }

    private void bring(Hold hold) {
        transactions.executeWithoutResult(_ -> {
            turns.enter(Turns.Company.TOGETHER);
            turns.take(List.of("hold:" + hold.code()));
            stock.mark(hold.code(), marked(reached(hold)));
        });
        transactions.executeWithoutResult(_ -> {
            turns.enter(Turns.Company.ALONE);
            complete(hold);
        });
    }

    private List<Hold> spreading() {
        return stock.holds().stream()
                .filter(h -> h.spread() == Hold.Spread.SPREADING)
                .toList();
    }

    private void complete(Hold hold) {
        List<Marked> reached = marked(reached(hold));
        if (isByPlace(hold)) stock.mark(hold.code(), reached);
        else stock.markOnly(hold.code(), reached);
        stock.spread(hold.code(), Hold.Spread.COMPLETE);
    }

    /**
     * Such a hold also keeps what once stood where it holds. Others reach nothing but what the
     * genealogy says now, so that a correction frees what it was found not to reach.
     */
    private static boolean isByPlace(Hold hold) {
        return hold.reach() instanceof Reach.Content || hold.reach() instanceof Reach.Standing;
    }

    /**
     * What stood in a held place and left it stays held, and what is made of it is made of that.
     */
    private Set<Span> marked(Hold hold) {
        Set<Span> left = new HashSet<>();
        stock.marked(hold.code()).forEach(m -> left.add(new Span(m.lot(), m.first(), m.last())));
        return left;
    }

    /** Returns for each hold still spreading all that it reaches as the record stands now. */
    Map<Hold, Set<Span>> reachedBySpreading() {
        Map<Hold, Set<Span>> reached = new LinkedHashMap<>();
        spreading().forEach(hold -> reached.put(hold, reached(hold)));
        return reached;
    }

    /**
     * Returns what must bear the mark of a complete hold. What a hold names, or what stands where
     * it holds, is held without one, and what came there since does not have one yet.
     */
    Set<Span> toBeMarked(Hold hold) {
        if (isByPlace(hold) && hold.descent() == Descent.ALONE) return Set.of();
        Set<Span> reached = isByPlace(hold) ? kin.descendants(marked(hold)) : reached(hold);
        boolean isByRun =
                hold.reach() instanceof Reach.Yield || hold.reach() instanceof Reach.Touched;
        if (!isByRun) reached.removeAll(roots(hold.reach()));
        return reached;
    }

    private Set<Span> reached(Hold hold) {
        Set<Span> roots = material(hold.reach());
        if (isByPlace(hold)) roots.addAll(runs.sameMaterial(marked(hold), RunState.Family.PARTS));
        return below(roots, hold.descent());
    }

    /** Returns what a hold that is about to be set reaches as the record stands now. */
    Set<Span> reached(Reach reach, Descent descent) {
        return below(material(reach), descent);
    }

    private Set<Span> below(Set<Span> roots, Descent descent) {
        return switch (descent) {
            case WITH_DESCENDANTS -> kin.descendants(roots);
            case ALONE -> roots;
        };
    }

    private static List<Marked> marked(Set<Span> spans) {
        return spans.stream()
                .sorted()
                .map(s -> new Marked(s.lot(), s.first(), s.last()))
                .toList();
    }

    /**
     * A number names all of its material; what is named by itself names its parts, not its
     * siblings.
     */
    private Set<Span> material(Reach reach) {
        RunState.Family family =
                reach instanceof Reach.Family ? RunState.Family.SIBLINGS : RunState.Family.PARTS;
        return runs.sameMaterial(roots(reach), family);
    }

    /** Returns what a hold names, as it stands now. */
    Collection<Span> roots(Reach reach) {
        return switch (reach) {
            case Reach.Family(var item, var number) -> spans(lots.family(item, number));
            case Reach.Sublot(var lot) ->
                lots.lot(lot.first()).stream()
                        .map(l -> new Span(l.key(), lot.first().ordinal(), lot.last()))
                        .toList();
            case Reach.Content(var container) -> standing(stock.within(container));
            case Reach.Standing(var site, var location) ->
                standing(stock.standingAt(new Place.At(site, location)));
            case Reach.Yield(var run) -> runs.outputs(run);
            case Reach.Touched(var resource, var window) ->
                touched(resource.code(), window.from(), window.to());
        };
    }

    /** The same as a question by the resource means, so that a hold stops what was shown before. */
    private Collection<Span> touched(String resource, Instant from, Instant until) {
        Set<Span> spans = new HashSet<>(uses.touched(resource, from, until));
        spans.addAll(uses.drawn(resource, from, until));
        return spans;
    }

    private Collection<Span> standing(Collection<Place> places) {
        List<Span> spans = new ArrayList<>();
        for (Place place : places) {
            for (var balance : stock.at(place)) {
                Lot lot = lots.lot(balance.lot().first()).orElseThrow();
                spans.add(new Span(
                        lot.key(),
                        balance.lot().first().ordinal(),
                        balance.lot().last()));
            }
        }
        return spans;
    }

    private static Collection<Span> spans(Collection<Lot> lots) {
        return lots.stream()
                .map(l -> new Span(l.key(), l.span().first().ordinal(), l.span().last()))
                .toList();
    }
}
