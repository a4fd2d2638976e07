package stemma.stock;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.PartnerCode;
import stemma.identifiers.RunId;
import stemma.ledger.Place;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The balances of plain lots as columns. Of runs, of which there are as many as lots, no more is
 * kept than which is which.
 */
final class BalanceColumns {
    private static final int NONE = -1;
    private static final String RUN = "run:";

    private final Map<String, Integer> numberOf = new HashMap<>();
    private final List<Spot> places = new ArrayList<>();
    private final Texts runs = new Texts();
    private final Map<PartnerCode, Integer> customers = new HashMap<>();
    private final Spots spots = new Spots();
    private final Amounts amounts = new Amounts();

    /** A place, and the number of the customer whose it is. */
    private record Spot(Place place, int customer) {}

    /** Notes how much of a lot stands at a place now. */
    void put(long lot, String place, BigDecimal quantity) {
        amounts.put(spots.number(Math.toIntExact(lot), spot(place)), quantity);
    }

    /** Places are even numbers, runs are odd. */
    private int spot(String text) {
        if (text.startsWith(RUN)) return 2 * runs.number(text) + 1;
        return 2 * numberOf.computeIfAbsent(text, this::placed);
    }

    private int placed(String text) {
        Place place = Place.of(text);
        int customer = place instanceof Place.OfCustomer(var partner, var _)
                ? customers.computeIfAbsent(partner, _ -> customers.size())
                : NONE;
        places.add(new Spot(place, customer));
        return places.size() - 1;
    }

    private static boolean isRun(int spot) {
        return (spot & 1) == 1;
    }

    private @Nullable Spot placeAt(int spot) {
        return isRun(spot) ? null : places.get(spot / 2);
    }

    /** Returns where the sets are; of runs only those apart are places of their own. */
    SetsAt sums(LotSets sets, Collection<RunId> apart) {
        Map<Integer, RunId> told = new HashMap<>();
        for (RunId run : apart) {
            int number = runs.known(new Place.InRun(run).text());
            if (number != NONE) told.put(2 * number + 1, run);
        }
        PairMap cells = new PairMap();
        Amounts sums = new Amounts();
        List<int[]> of = new ArrayList<>();
        int[] seen = new int[customers.size()];
        int[] lots = new int[customers.size()];
        for (int i = 0; i < sets.size(); i++) {
            for (int b = spots.first(sets.lot(i)); b != NONE; b = spots.next(b)) {
                int sign = amounts.signum(b);
                if (sign == 0) continue;
                int spot = spots.spot(b);
                int place = isRun(spot) && !told.containsKey(spot) ? 0 : spot + 1;
                int known = cells.size();
                int cell = cells.number(2 * sets.set(i) + (sign < 0 ? 1 : 0), place);
                if (cell == known) of.add(new int[] {sets.set(i), place});
                sums.add(cell, amounts, b);
                Spot at = placeAt(spot);
                if (at == null || at.customer() == NONE) continue;
                if (seen[at.customer()] == i + 1) continue;
                seen[at.customer()] = i + 1;
                lots[at.customer()]++;
            }
        }
        List<SetAt> all = new ArrayList<>(of.size());
        for (int cell = 0; cell < of.size(); cell++)
            all.add(new SetAt(of.get(cell)[0], place(of.get(cell)[1], told), sums.amount(cell)));
        Map<PartnerCode, Integer> at = new HashMap<>();
        customers.forEach((partner, number) -> {
            if (lots[number] > 0) at.put(partner, lots[number]);
        });
        return new SetsAt(all, at);
    }

    private @Nullable Place place(int cell, Map<Integer, RunId> told) {
        if (cell == 0) return null;
        RunId run = told.get(cell - 1);
        if (run != null) return new Place.InRun(run);
        Spot spot = placeAt(cell - 1);
        return spot == null ? null : spot.place();
    }

    /** Returns about how much memory it takes. */
    long bytes() {
        return spots.bytes() + amounts.bytes() + runs.bytes() + 200L * places.size();
    }
}
