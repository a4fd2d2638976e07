package stemma.genealogy;

import stemma.database.AtOnce;
import stemma.genealogy.store.ReviewTable;
import stemma.genealogy.store.RunRow;
import stemma.genealogy.store.RunTable;
import stemma.identifiers.Portion;
import stemma.journal.Journal;
import stemma.journal.SealedSize;
import stemma.ledger.History;
import stemma.ledger.Recorded;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.stock.Balance;
import stemma.stock.Stock;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What is read of the lots that the index says are reached, in the messages that ask for their
 * links.
 */
final class ReadBeside implements Besides {
    private final Supplier<AtOnce> messages;
    private final History history;
    private final Alongside alongside;
    private final int room;
    private Supplier<List<SealedSize>> sealed = List::of;
    private Collection<Span> reached = List.of();
    private Set<Long> keys = Set.of();
    private Map<Long, Lot> lots = Map.of();
    private Supplier<List<Balance>> balances = List::of;
    private Supplier<List<ReviewTable.Open>> reviews = List::of;
    private Set<Long> runs = Set.of();
    private Supplier<List<RunRow>> through = List::of;
    private Supplier<List<Recorded>> violating = List::of;

    ReadBeside(Supplier<AtOnce> messages, History history, Alongside alongside, int room) {
        this.messages = messages;
        this.history = history;
        this.alongside = alongside;
        this.room = room;
    }

    /** Refuses with {@link TooFar} before anything is read. */
    @Override
    public void ask(AtOnce message, Collection<Span> spans) {
        if (spans.size() > room) throw new TooFar(spans.size(), room);
        sealed = message.ask(Journal.askSealed());
        Set<Long> asked = new HashSet<>();
        spans.forEach(span -> asked.add(span.lot()));
        Map<Long, Lot> found = HashMap.newHashMap(asked.size());
        AtOnce meanwhile = messages.get();
        var unused = meanwhile.ask(Lots.ask(asked).telling(lot -> found.put(lot.key(), lot)));
        balances = meanwhile.ask(Stock.ask(asked, found));
        reviews = meanwhile.ask(ReviewTable.askOn(asked, AsOf.now().lastSeq()));
        meanwhile.askMeanwhile();
        reached = spans;
        keys = asked;
        lots = found;
    }

    @Override
    public void askOn(AtOnce message, Set<Long> of) {
        runs = of;
        through = message.ask(RunTable.askRuns(of));
        List<Balance> standing = balances.get();
        Set<Portion> portions = new LinkedHashSet<>();
        for (Span span : reached) {
            Lot lot = lots.get(span.lot());
            if (lot != null) portions.add(Assembly.portion(lot, span));
        }
        AtOnce meanwhile = messages.get();
        violating = history.violating(meanwhile, portions);
        alongside.ask(meanwhile, lots.values(), standing);
        meanwhile.askMeanwhile();
    }

    /** Returns how much was sealed before the links were read, where anything was. */
    Optional<SealedSize> sealed() {
        return sealed.get().stream().findFirst();
    }

    /** Says whether these lots were read, and no others. */
    boolean holds(Set<Long> wanted) {
        return !wanted.isEmpty() && keys.equals(wanted);
    }

    /** Says whether all of these runs were read. */
    boolean holdsRuns(Set<Long> wanted) {
        return runs.containsAll(wanted);
    }

    Genealogy.Facts facts() {
        return new Genealogy.Facts(lots, balances.get(), reviews.get());
    }

    /** Returns the runs that were read; some others may be among them. */
    List<RunRow> through() {
        return through.get();
    }

    /** Returns the reports that touched the lots and stand with what they violate. */
    List<Recorded> violating() {
        return violating.get();
    }
}
