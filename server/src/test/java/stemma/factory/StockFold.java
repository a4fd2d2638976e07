package stemma.factory;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.LotId;
import stemma.lots.Lot;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** Holds what the tables of stock say against the sum of all movements. */
final class StockFold {
    private StockFold() {}

    static void check(Answers product, Replay replay) {
        Map<LotId, Lot> lots = product.lots(replay.born());
        Map<LotId, Map<String, BigDecimal>> kept = product.stock(lots.values());
        balances(lots, kept);
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

    /** Nothing comes from nowhere: a lot sums to zero over all places, a unit is in one. */
    private static void balances(Map<LotId, Lot> lots, Map<LotId, Map<String, BigDecimal>> kept) {
        kept.forEach((unit, places) -> {
            Lot lot = lots.get(unit);
            boolean serial = lot == null || lot.isSerial();
            BigDecimal sum = places.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum)
                    .as("sum of " + unit + " over all places")
                    .isEqualByComparingTo(serial ? BigDecimal.ONE : BigDecimal.ZERO);
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
