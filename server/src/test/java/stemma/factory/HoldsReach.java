package stemma.factory;

import static org.assertj.core.api.Assertions.assertThat;

import stemma.identifiers.LotId;
import stemma.ledger.Descent;
import stemma.ledger.Reach;
import stemma.lots.Lot;
import stemma.stock.Hold;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A hold with descendants reaches all that the trace of what it names reaches, born later too. */
final class HoldsReach {
    private HoldsReach() {}

    static void check(Answers product, Replay replay) {
        Map<LotId, Lot> lots = product.lots(replay.born());
        for (Hold hold : product.holds()) {
            if (!(hold.reach() instanceof Reach.Sublot(var named))) continue;
            if (hold.descent() != Descent.WITH_DESCENDANTS) continue;
            if (!replay.born().contains(named.first())) continue;
            Set<LotId> roots = new HashSet<>();
            for (int i = named.first().ordinal(); i <= named.last(); i++) {
                roots.add(new LotId(named.first().birth(), i));
            }
            assertThat(hold.spread())
                    .as("spread of " + hold.code())
                    .isEqualTo(Hold.Spread.COMPLETE);
            for (LotId reached : replay.forward(roots, true)) {
                Lot lot = lots.get(reached);
                if (lot == null) continue;
                assertThat(product.on(lot))
                        .as("holds on " + reached + ", which descends from " + named)
                        .contains(hold.code());
            }
        }
    }
}
