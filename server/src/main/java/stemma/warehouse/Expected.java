package stemma.warehouse;

import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.ledger.Event;
import stemma.ledger.Ledger;
import stemma.ledger.Place;
import stemma.ledger.Recorded;
import stemma.lots.Lot;
import stemma.quantity.Quantity;
import stemma.stock.Balance;
import stemma.stock.Passage;
import stemma.stock.Stock;

import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What must have been at a place at the moment of counting, by all that is recorded now: what
 * happened after it is taken off again, what happened before and was recorded late is not.
 */
final class Expected {
    private final Stock stock;
    private final Ledger ledger;
    private final Place place;

    Expected(Stock stock, Ledger ledger, Place place) {
        this.stock = stock;
        this.ledger = ledger;
        this.place = place;
    }

    Quantity of(Lot lot, Instant at, long seq) {
        Quantity there = Quantity.zero(lot.unit());
        for (Balance balance : stock.balances(List.of(lot)))
            if (balance.place().equals(place)) there = there.plus(balance.quantity());
        for (Passage passage : after(lot, at, seq)) {
            there = passage.to().equals(place)
                    ? there.minus(passage.quantity())
                    : there.plus(passage.quantity());
        }
        return there;
    }

    /** Returns the ordinals of the units that must have been there. */
    BitSet units(Lot block, Instant at, long seq) {
        BitSet there = new BitSet();
        for (Balance balance : stock.balances(List.of(block)))
            if (balance.place().equals(place)) set(there, balance.lot(), Going.CAME);
        for (Passage passage : after(block, at, seq).reversed())
            set(there, passage.lot(), passage.to().equals(place) ? Going.LEFT : Going.CAME);
        return there;
    }

    private enum Going {
        CAME,
        LEFT
    }

    private static void set(BitSet units, Portion portion, Going going) {
        units.set(portion.first().ordinal(), portion.last() + 1, going == Going.CAME);
    }

    private List<Passage> after(Lot lot, Instant at, long seq) {
        List<Passage> passages = stock.passages(List.of(lot), place, seq);
        Map<Long, Instant> happened = new HashMap<>();
        for (Recorded recorded :
                ledger.events(passages.stream().map(Passage::seq).distinct().toList())) {
            Event effect = recorded.effect();
            if (effect != null)
                happened.put(recorded.seq(), effect.circumstances().occurredAt().from());
        }
        return passages.stream()
                .filter(p -> happened.getOrDefault(p.seq(), Instant.MIN).isAfter(at))
                .toList();
    }

    /** Returns runs of consecutive ordinals as portions of the block. */
    static List<Portion> portions(LotId block, BitSet units) {
        List<Portion> portions = new java.util.ArrayList<>();
        for (int first = units.nextSetBit(0); first >= 0; ) {
            int end = units.nextClearBit(first);
            portions.add(new Portion(new LotId(block.birth(), first), end - first));
            first = units.nextSetBit(end);
        }
        return portions;
    }
}
