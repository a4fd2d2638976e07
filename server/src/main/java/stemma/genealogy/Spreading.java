package stemma.genealogy;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import stemma.genealogy.store.RunState;
import stemma.ledger.Place;
import stemma.ledger.Reach;
import stemma.ledger.Turns;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.stock.Hold;
import stemma.stock.Stock;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

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
    private final Turns turns;

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
        this.turns = new Turns(database);
    }

    /** Completes every hold that is still spreading; holds already complete cost one query. */
    public void all() {
        List<Hold> spreading = stock.holds().stream()
                .filter(h -> h.spread() == Hold.Spread.SPREADING)
                .toList();
        for (Hold hold : spreading) {
            transactions.executeWithoutResult(_ -> markAll(hold, Turns.Company.TOGETHER));
            transactions.executeWithoutResult(_ -> {
                markAll(hold, Turns.Company.ALONE);
                stock.spread(hold.code(), Hold.Spread.COMPLETE);
            });
        }
    }

    private void markAll(Hold hold, Turns.Company company) {
        turns.enter(company);
        Set<Span> roots = material(hold.reach());
        Set<Span> reached = switch (hold.descent()) {
            case WITH_DESCENDANTS -> kin.descendants(roots);
            case ALONE -> roots;
        };
        stock.mark(
                hold.code(),
                reached.stream()
                        .map(s -> new Stock.Marked(s.lot(), s.first(), s.last()))
                        .toList());
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
            case Reach.Content(var container) -> standing(new Place.InContainer(container));
            case Reach.Standing(var site, var location) -> standing(new Place.At(site, location));
            case Reach.Yield(var run) -> runs.outputs(run);
            case Reach.Touched(var resource, var window) ->
                runs.touched(resource, window.from(), window.to());
        };
    }

    private Collection<Span> standing(Place place) {
        List<Span> spans = new ArrayList<>();
        for (var balance : stock.at(place)) {
            Lot lot = lots.lot(balance.lot().first()).orElseThrow();
            spans.add(new Span(
                    lot.key(), balance.lot().first().ordinal(), balance.lot().last()));
        }
        return spans;
    }

    private static Collection<Span> spans(Collection<Lot> lots) {
        return lots.stream()
                .map(l -> new Span(l.key(), l.span().first().ordinal(), l.span().last()))
                .toList();
    }
}
