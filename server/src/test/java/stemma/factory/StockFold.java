package stemma.factory;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.LotId;
import stemma.lots.Lot;
import stemma.stock.Balance;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** Holds what the tables of stock say against the sum of all movements. */
final class StockFold {
    private StockFold() {}

    static void check(PlantWorld world, Replay replay) {
        Map<LotId, Lot> lots = world.lots.lots(replay.born());
        Map<LotId, Map<String, BigDecimal>> kept = new TreeMap<>();
        for (Balance balance : world.stock.balances(new java.util.HashSet<>(lots.values()))) {
            int units = balance.lot().count();
            for (int i = 0; i < units; i++) {
                LotId first = balance.lot().first();
                LotId unit = new LotId(first.birth(), first.ordinal() + i);
                BigDecimal amount = units == 1 ? balance.quantity().amount() : BigDecimal.ONE;
                kept.computeIfAbsent(unit, _ -> new TreeMap<>())
                        .put(balance.place().text(), amount);
            }
        }
        replay.stock().forEach((unit, places) -> {
            Lot lot = lots.get(unit);
            if (lot == null) return;
            Map<String, BigDecimal> summed = new TreeMap<>(places);
            // A unit is in one place, which is all that is kept of it; what it came from is not.
            if (lot.isSerial()) {
                summed.values().removeIf(amount -> amount.signum() < 0);
                if (summed.isEmpty()
                        && isBackWhereItBegan(kept.get(unit), replay.stock().get(unit))) {
                    return;
                }
            }
            assertThat(plain(kept.getOrDefault(unit, Map.of())))
                    .as("stock of " + unit + " of " + lot.item())
                    .isEqualTo(plain(summed));
        });
    }

    /** What went back to the supplier or run that it came from sums to nothing there. */
    private static boolean isBackWhereItBegan(
            @Nullable Map<String, BigDecimal> kept, Map<String, BigDecimal> summed) {
        return kept != null
                && kept.size() == 1
                && summed.isEmpty()
                && kept.keySet().stream()
                        .allMatch(p -> p.startsWith("run:") || p.startsWith("supplier:"));
    }

    private static Map<String, String> plain(Map<String, BigDecimal> places) {
        Map<String, String> plain = new TreeMap<>();
        places.forEach((place, amount) -> {
            if (amount.signum() != 0)
                plain.put(place, amount.stripTrailingZeros().toPlainString());
        });
        return plain;
    }
}
