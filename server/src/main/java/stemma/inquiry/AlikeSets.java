package stemma.inquiry;

import stemma.genealogy.Extent;
import stemma.genealogy.Span;
import stemma.identifiers.ItemCode;
import stemma.lots.LotKind;
import stemma.quantity.Unit;
import stemma.stock.LotSets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lots reached, in sets that are alike: those of one kind that are all asked about or none. Plain
 * lots and units of blocks are told apart.
 */
final class AlikeSets {
    private final List<Alike> sets = new ArrayList<>();
    private final long[] lots;
    private final int[] setOf;
    private final LotSets plain = new LotSets();
    private final LotSets units = new LotSets();

    /** So many lots of one kind; of blocks, so many units in all. */
    static final class Alike {
        final LotKind kind;
        final boolean isRoot;
        private int lots;
        private long units;

        Alike(LotKind kind, boolean isRoot) {
            this.kind = kind;
            this.isRoot = isRoot;
        }

        ItemCode item() {
            return kind.item();
        }

        Unit unit() {
            return kind.unit();
        }

        int lots() {
            return lots;
        }

        long units() {
            return units;
        }
    }

    /** Takes the kind of the lot of each span. */
    AlikeSets(Extent extent, List<LotKind> kinds) {
        Map<LotKind, Integer> made = new HashMap<>();
        Map<LotKind, Integer> asked = new HashMap<>();
        lots = new long[kinds.size()];
        setOf = new int[kinds.size()];
        for (int i = 0; i < kinds.size(); i++) {
            Span span = extent.units().get(i);
            boolean isRoot = extent.roots().contains(span.lot());
            int set = (isRoot ? asked : made).computeIfAbsent(kinds.get(i), kind -> {
                sets.add(new Alike(kind, isRoot));
                return sets.size() - 1;
            });
            Alike alike = sets.get(set);
            alike.units += span.last() - span.first() + 1L;
            lots[i] = span.lot();
            setOf[i] = set;
            if (i == 0 || lots[i] != lots[i - 1]) alike.lots++;
            (alike.kind.isSerial() ? units : plain).add(span.lot(), span.first(), span.last(), set);
        }
    }

    List<Alike> sets() {
        return sets;
    }

    Alike set(int number) {
        return sets.get(number);
    }

    /** Returns in which set the span is that stands there in the extent. */
    int setAt(int span) {
        return setOf[span];
    }

    /** Spans stand by lot; those of one lot are of one set. */
    int setOf(long lot) {
        int at = Arrays.binarySearch(lots, lot);
        if (at < 0) throw new IllegalArgumentException("it does not reach the lot of key " + lot);
        return setOf[at];
    }

    LotSets plain() {
        return plain;
    }

    LotSets units() {
        return units;
    }

    /** Returns the items of which something new was made. */
    Set<ItemCode> madeInto(Extent extent) {
        Set<ItemCode> items = new HashSet<>();
        for (Long lot : extent.madeInto()) items.add(set(setOf(lot)).item());
        return items;
    }
}
