package stemma.factory;

import stemma.genealogy.Question;
import stemma.genealogy.Searches;
import stemma.identifiers.HoldCode;
import stemma.identifiers.LotId;
import stemma.lots.Lot;
import stemma.stock.Balance;
import stemma.stock.Hold;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the product answers about a made-up factory, as the laws ask it; tests put a fault in
 * between, to see it found.
 */
class Answers {
    private final PlantWorld world;
    private final Searches searches;

    Answers(PlantWorld world) {
        this.world = world;
        this.searches = new Searches(world.app, world.lots);
    }

    Set<LotId> trace(Question question) {
        return searches.units(question);
    }

    /** Returns the lots that are known, of those that were born. */
    Map<LotId, Lot> lots(Collection<LotId> born) {
        return world.lots.lots(born);
    }

    /** Returns how much of each lot or unit is at each place. */
    Map<LotId, Map<String, BigDecimal>> stock(Collection<Lot> lots) {
        Map<LotId, Map<String, BigDecimal>> kept = new TreeMap<>();
        for (Balance balance : world.stock.balances(new HashSet<>(lots))) {
            LotId first = balance.lot().first();
            int units = balance.lot().count();
            for (int i = 0; i < units; i++) {
                LotId unit = new LotId(first.birth(), first.ordinal() + i);
                BigDecimal amount = units == 1 ? balance.quantity().amount() : BigDecimal.ONE;
                kept.computeIfAbsent(unit, _ -> new TreeMap<>())
                        .put(balance.place().text(), amount);
            }
        }
        return kept;
    }

    List<Hold> holds() {
        return world.stock.holds();
    }

    /** Returns the codes of the holds that reach a lot or unit. */
    Set<HoldCode> on(Lot lot) {
        Set<HoldCode> codes = new TreeSet<>();
        world.stock.holdsOn(Set.of(lot)).on(lot).forEach(hold -> codes.add(hold.code()));
        return codes;
    }
}
