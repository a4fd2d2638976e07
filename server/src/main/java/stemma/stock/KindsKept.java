package stemma.stock;

import stemma.lots.LotKind;
import stemma.lots.Lots;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Of what kind lots are, as far as anybody asked. */
final class KindsKept {
    private final List<LotKind> kinds = new ArrayList<>();
    private final Map<LotKind, Integer> numberOf = new HashMap<>();
    private int[] of = {};

    /** Returns the kind of each of these lots, reading those that are not known yet. */
    synchronized List<LotKind> of(long[] keys, Lots lots) {
        long[] unknown = Arrays.stream(keys).filter(key -> number(key) == 0).toArray();
        if (unknown.length > 0) lots.kinds(unknown).forEach(this::keep);
        List<LotKind> all = new ArrayList<>(keys.length);
        for (long key : keys) {
            int number = number(key);
            if (number == 0) throw new IllegalStateException("no lot has the key " + key);
            all.add(kinds.get(number - 1));
        }
        return all;
    }

    private void keep(LotKind kind, long[] lots) {
        int number = numberOf.computeIfAbsent(kind, _ -> {
            kinds.add(kind);
            return kinds.size();
        });
        for (long lot : lots) {
            int key = Math.toIntExact(lot);
            if (key >= of.length) of = Arrays.copyOf(of, Math.max(16, 2 * key));
            of[key] = number;
        }
    }

    private int number(long key) {
        return key < of.length ? of[(int) key] : 0;
    }

    /** Something happened to these lots: they may be of another kind. */
    synchronized void forget(long[] lots) {
        for (long lot : lots) if (lot < of.length) of[(int) lot] = 0;
    }

    long bytes() {
        return 4L * of.length;
    }
}
