package stemma.inquiry;

import org.jspecify.annotations.Nullable;

import stemma.catalog.Catalog;
import stemma.database.AtOnce;
import stemma.genealogy.Alongside;
import stemma.journal.Knowledge;
import stemma.lots.Lot;
import stemma.stock.Balance;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks of the lots that a trace reaches what its rows tell of them, in a message of the trace's
 * own. Where not every lot has a row on the page, that would be read in vain.
 */
final class AskedAhead implements Alongside {
    private final Catalog catalog;
    private final Knowledge known;
    private final boolean isWhole;
    private Set<Long> keys = Set.of();
    private @Nullable LotsAsked asked;

    AskedAhead(Catalog catalog, Knowledge known, List<TraceQuery> queries) {
        this.catalog = catalog;
        this.known = known;
        this.isWhole = queries.stream().allMatch(TraceQuery::isWhole);
    }

    @Override
    public void ask(AtOnce message, Collection<Lot> reached, List<Balance> balances) {
        if (!isWhole) return;
        keys = keys(reached);
        asked = LotsAsked.of(message, catalog, reached, balances, List.of(), known);
    }

    @Override
    public void forget() {
        asked = null;
    }

    /** Returns what was answered of these lots, if it was asked of just these. */
    Optional<LotsAsked> of(Collection<Lot> lots) {
        return keys.equals(keys(lots)) ? Optional.ofNullable(asked) : Optional.empty();
    }

    private static Set<Long> keys(Collection<Lot> lots) {
        Set<Long> keys = HashSet.newHashSet(lots.size());
        lots.forEach(lot -> keys.add(lot.key()));
        return keys;
    }
}
