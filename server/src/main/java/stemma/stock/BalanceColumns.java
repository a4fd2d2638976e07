package stemma.stock;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.PartnerCode;
import stemma.identifiers.RunId;
import stemma.ledger.Place;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The balances of plain lots as columns: for each lot a chain of the places that it is or was at.
 */
final class BalanceColumns {
    private static final int NONE = -1;
    private static final String RUN = "run:";

    private final Map<String, Integer> numberOf = new HashMap<>();
    private final List<Spot> spots = new ArrayList<>();
    private final Map<PartnerCode, Integer> customers = new HashMap<>();
    private final PairMap pairs = new PairMap();
    private final Amounts amounts = new Amounts();
    private int[] last = {};
    private int[] before = new int[16];
    private int[] at = new int[16];

    /**
     * A place; of a run, of which there are as many as lots, no more is kept than that it is one.
     */
    private record Spot(@Nullable Place place, int customer) {
        boolean isRun() {
            return place == null;
        }
    }

    /** Notes how much of a lot stands at a place now. */
    void put(long lot, String place, BigDecimal quantity) {
        int key = Math.toIntExact(lot);
        if (key >= last.length) grow(key);
        int spot = numberOf.computeIfAbsent(place, this::spot);
        int known = pairs.size();
        int balance = pairs.number(key, spot);
        amounts.put(balance, quantity);
        if (balance < known) return;
        if (balance >= at.length) {
            at = Arrays.copyOf(at, 2 * at.length);
            before = Arrays.copyOf(before, 2 * before.length);
        }
        at[balance] = spot;
        before[balance] = last[key];
        last[key] = balance;
    }

    private int spot(String text) {
        if (text.startsWith(RUN)) spots.add(new Spot(null, NONE));
        else {
            Place place = Place.of(text);
            int customer = place instanceof Place.OfCustomer(var partner, var _)
                    ? customers.computeIfAbsent(partner, _ -> customers.size())
                    : NONE;
            spots.add(new Spot(place, customer));
        }
        return spots.size() - 1;
    }

    private void grow(int key) {
        int length = last.length;
        last = Arrays.copyOf(last, Math.max(16, 2 * key));
        Arrays.fill(last, length, last.length, NONE);
    }

    /** Returns where the sets are; of runs only those apart are places of their own. */
    SetsAt sums(LotSets sets, Collection<RunId> apart) {
        Map<Integer, RunId> runs = new HashMap<>();
        for (RunId run : apart) {
            Integer spot = numberOf.get(new Place.InRun(run).text());
            if (spot != null) runs.put(spot, run);
        }
        PairMap cells = new PairMap();
        Amounts sums = new Amounts();
        List<int[]> of = new ArrayList<>();
        int[] seen = new int[customers.size()];
        int[] lots = new int[customers.size()];
        for (int i = 0; i < sets.size(); i++) {
            for (int b = first(sets.lot(i)); b != NONE; b = before[b]) {
                int sign = amounts.signum(b);
                if (sign == 0) continue;
                Spot spot = spots.get(at[b]);
                int place = spot.isRun() && !runs.containsKey(at[b]) ? 0 : at[b] + 1;
                int known = cells.size();
                int cell = cells.number(2 * sets.set(i) + (sign < 0 ? 1 : 0), place);
                if (cell == known) of.add(new int[] {sets.set(i), place});
                sums.add(cell, amounts, b);
                if (spot.customer() == NONE || seen[spot.customer()] == i + 1) continue;
                seen[spot.customer()] = i + 1;
                lots[spot.customer()]++;
            }
        }
        List<SetAt> all = new ArrayList<>(of.size());
        for (int cell = 0; cell < of.size(); cell++) {
            int spot = of.get(cell)[1] - 1;
            RunId run = runs.get(spot);
            Place place = run != null ? new Place.InRun(run) : null;
            if (place == null && spot >= 0) place = spots.get(spot).place();
            all.add(new SetAt(of.get(cell)[0], place, sums.amount(cell)));
        }
        Map<PartnerCode, Integer> at = new HashMap<>();
        customers.forEach((partner, number) -> {
            if (lots[number] > 0) at.put(partner, lots[number]);
        });
        return new SetsAt(all, at);
    }

    private int first(long lot) {
        return lot < last.length ? last[(int) lot] : NONE;
    }

    /** Returns about how much memory it takes. */
    long bytes() {
        return pairs.bytes()
                + amounts.bytes()
                + 4L * (last.length + before.length + at.length)
                + 120L * spots.size();
    }
}
