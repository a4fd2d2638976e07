package stemma.warehouse;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.Portion;
import stemma.ledger.Place;
import stemma.lots.Lot;
import stemma.quantity.Quantity;
import stemma.stock.Balance;
import stemma.stock.Stock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Holds what was counted against what must have been there. */
final class Comparing {
    private final Stock stock;
    private final Expected expected;
    private final CountDocument count;
    private final Instant now;

    Comparing(Stock stock, Expected expected, CountDocument count, Instant now) {
        this.stock = stock;
        this.expected = expected;
        this.count = count;
        this.now = now;
    }

    List<CountCard.Difference> of(Lot lot, List<Counted> lines) {
        if (lot.isSerial()) return units(lot, lines);
        if (lines.isEmpty()) {
            Quantity booked = expected.of(lot, now, stock.lastPassage());
            return List.of(line(lot, lot.span(), null, Quantity.zero(lot.unit()), booked, null));
        }
        Counted last = lines.getLast();
        return List.of(line(
                lot,
                lot.span(),
                last,
                last.quantity(),
                expected.of(lot, last.at(), last.seq()),
                null));
    }

    /** Units that were found, told apart by whether and where the books have them. */
    private List<CountCard.Difference> units(Lot block, List<Counted> lines) {
        List<CountCard.Difference> all = new ArrayList<>();
        BitSet seen = new BitSet();
        for (Counted line : lines) {
            BitSet told = bits(line.lot());
            seen.or(told);
            BitSet there = expected.units(block, line.at(), line.seq());
            BitSet right = and(told, there);
            boolean found = line.quantity().isPositive();
            for (Portion portion : Expected.portions(block.id(), right))
                all.add(line(
                        block, portion, line, each(found ? portion : null), each(portion), null));
            if (!found) continue;
            told.andNot(there);
            for (Portion portion : Expected.portions(block.id(), told))
                all.addAll(elsewhere(block, portion, line));
        }
        BitSet rest = expected.units(block, now, stock.lastPassage());
        rest.andNot(seen);
        for (Portion portion : Expected.portions(block.id(), rest))
            all.add(line(block, portion, null, each(null), each(portion), null));
        return all;
    }

    private List<CountCard.Difference> elsewhere(Lot block, Portion portion, Counted line) {
        List<CountCard.Difference> all = new ArrayList<>();
        for (Balance balance : stock.of(block, portion)) {
            Portion there = balance.lot().common(portion);
            // What has come here by the books since it was counted needs nothing more.
            boolean here = balance.place().equals(count.place());
            all.add(line(
                    block,
                    there,
                    line,
                    each(there),
                    each(here ? there : null),
                    here ? null : balance.place()));
        }
        return all;
    }

    private static CountCard.Difference line(
            Lot lot,
            Portion portion,
            @Nullable Counted counted,
            Quantity found,
            Quantity booked,
            @Nullable Place elsewhere) {
        return new CountCard.Difference(lot, portion, counted, found, booked, elsewhere);
    }

    private static Quantity each(@Nullable Portion portion) {
        return Quantity.each(portion == null ? 0 : portion.count());
    }

    private static BitSet bits(Portion portion) {
        BitSet bits = new BitSet();
        bits.set(portion.first().ordinal(), portion.last() + 1);
        return bits;
    }

    private static BitSet and(BitSet a, BitSet b) {
        BitSet both = (BitSet) a.clone();
        both.and(b);
        return both;
    }
}
