package stemma.genealogy;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.genealogy.store.ReviewTable;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.ledger.Ledger;
import stemma.lots.Judgement;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.stock.HoldsOnLots;
import stemma.stock.Stock;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What was split off lots before they were judged to be less fit, has not been looked at since and
 * is not held: whoever judges is asked about it.
 */
public final class LeftFree {
    private final Reviews reviews;
    private final Lots lots;
    private final Stock stock;

    public LeftFree(JdbcClient database, Ledger ledger, Lots lots, Stock stock) {
        this.reviews = new Reviews(database, ledger, lots);
        this.lots = lots;
        this.stock = stock;
    }

    /** The parts, each as the gap that it is in the record. */
    public record Parts(List<Gap> gaps) {
        public Parts {
            gaps = List.copyOf(gaps);
        }

        /** Returns the lots that they are, each once. */
        public List<Portion> lots() {
            return gaps.stream().flatMap(gap -> gap.lots().stream()).distinct().toList();
        }

        public int count() {
            return lots().size();
        }
    }

    /** Returns the parts that the judgements of these lots left free. */
    public Parts of(Collection<Lot> judged) {
        return by(lots.judgements(judged).stream().map(Judgement::seq).toList());
    }

    /** Returns the parts that these judgements left free, by their seqs. */
    public Parts by(Collection<Long> judgements) {
        List<Gap> raised = judgements.isEmpty() ? List.of() : reviews.raisedBy(judgements);
        Map<LotId, Lot> parts = lots.lots(raised.stream()
                .flatMap(gap -> gap.lots().stream())
                .map(Portion::first)
                .toList());
        HoldsOnLots holds = stock.holdsOn(parts.values());
        List<Gap> free = new ArrayList<>();
        for (Gap gap : raised) {
            Lot lot = parts.get(gap.lots().getFirst().first());
            boolean isFree = lot != null && holds.on(lot).isEmpty();
            if (isFree && gap.code().startsWith(ReviewTable.PARENT)) free.add(gap);
        }
        return new Parts(free);
    }
}
