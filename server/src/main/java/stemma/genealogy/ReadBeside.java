package stemma.genealogy;

import stemma.database.AtOnce;
import stemma.genealogy.store.ReviewTable;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.stock.Balance;
import stemma.stock.Stock;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What is read of the lots that the index says are reached, in the message that asks for their
 * links.
 */
final class ReadBeside {
    private Set<Long> keys = Set.of();
    private Map<Long, Lot> lots = Map.of();
    private Supplier<List<Balance>> balances = List::of;
    private Supplier<List<ReviewTable.Open>> reviews = List::of;

    void ask(AtOnce message, Collection<Span> reached) {
        Set<Long> asked = new HashSet<>();
        reached.forEach(span -> asked.add(span.lot()));
        Map<Long, Lot> found = HashMap.newHashMap(asked.size());
        var unused = message.ask(Lots.ask(asked).telling(lot -> found.put(lot.key(), lot)));
        balances = message.ask(Stock.ask(asked, found));
        reviews = message.ask(ReviewTable.askOn(asked, AsOf.now().lastSeq()));
        keys = asked;
        lots = found;
    }

    /** Says whether all of these lots were read. */
    boolean holds(Set<Long> wanted) {
        return !wanted.isEmpty() && keys.containsAll(wanted);
    }

    Genealogy.Facts facts() {
        return new Genealogy.Facts(lots, balances.get(), reviews.get());
    }
}
