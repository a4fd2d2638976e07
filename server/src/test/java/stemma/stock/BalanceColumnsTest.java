package stemma.stock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import stemma.identifiers.RunId;
import stemma.ledger.Place;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Balances in columns come to what they come to in a map, exactly, however wide they are. */
class BalanceColumnsTest {
    private static final List<String> PLACES = List.of(
            "at:MAIN/COLD",
            "customer:SHOP/A",
            "customer:SHOP/B",
            "transit:SH-1",
            "run:R1",
            "run:R2");
    private static final List<String> AMOUNTS = List.of(
            "0",
            "1",
            "-0.000001",
            "0.000000001",
            "-99999999999.999999",
            "999999999999999.5",
            "12.5");

    private record Balance(int lot, String place) {}

    private record Cell(int set, String place, int sign) {}

    @Test
    void sums_are_exact_for_any_amounts_and_any_order_of_changes() {
        for (int seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            BalanceColumns columns = new BalanceColumns();
            Map<Balance, BigDecimal> balances = new HashMap<>();
            for (int change = 0; change < 120; change++) {
                var at = new Balance(random.nextInt(20), any(PLACES, random));
                BigDecimal amount = new BigDecimal(any(AMOUNTS, random));
                columns.put(at.lot(), at.place(), amount);
                balances.put(at, amount);
            }
            LotSets sets = new LotSets();
            Map<Integer, Integer> setOf = new HashMap<>();
            for (int lot = 0; lot < 25; lot++) {
                if (random.nextInt(4) == 0) continue;
                setOf.put(lot, lot % 3);
                sets.add(lot, 1, 1, lot % 3);
            }
            balances.keySet().removeIf(at -> !setOf.containsKey(at.lot()));
            balances.values().removeIf(amount -> amount.signum() == 0);
            SetsAt told = columns.sums(sets, Set.of(new RunId("R1"), new RunId("UNKNOWN")));
            assertThat(cells(told)).as("seed %d", seed).isEqualTo(expected(balances, setOf));
            assertThat(told.lotsAtCustomers().values().stream()
                            .mapToLong(Integer::longValue)
                            .sum())
                    .as("seed %d, lots at the shop, each once", seed)
                    .isEqualTo(balances.keySet().stream()
                            .filter(at -> at.place().startsWith("customer:"))
                            .map(Balance::lot)
                            .distinct()
                            .count());
        }
    }

    private static <T> T any(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    private static Map<Cell, String> cells(SetsAt told) {
        Map<Cell, String> cells = new HashMap<>();
        for (SetAt sum : told.sums()) {
            Place place = sum.place();
            String where = place == null ? "run:" : place.text();
            var cell = new Cell(sum.set(), where, sum.quantity().signum());
            assertThat(cells.put(cell, sum.quantity().toPlainString())).isNull();
        }
        return cells;
    }

    private static Map<Cell, String> expected(
            Map<Balance, BigDecimal> balances, Map<Integer, Integer> setOf) {
        Map<Cell, BigDecimal> sums = new HashMap<>();
        balances.forEach((at, amount) -> {
            String where = at.place().equals("run:R2") ? "run:" : at.place();
            Cell cell = new Cell(setOf.get(at.lot()), where, amount.signum());
            sums.merge(cell, amount, BigDecimal::add);
        });
        Map<Cell, String> cells = new HashMap<>();
        sums.forEach((cell, sum) -> cells.put(cell, sum.stripTrailingZeros().toPlainString()));
        return cells;
    }
}
