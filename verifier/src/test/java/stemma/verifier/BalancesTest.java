package stemma.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

class BalancesTest {

    @Test
    void few_places_and_many_add_up_as_a_map_does() {
        Random random = new Random(5);
        for (int lot = 0; lot < 500; lot++) {
            Balances balances = new Balances();
            Map<String, BigDecimal> expected = new HashMap<>();
            int places = 1 + random.nextInt(12);
            for (int i = 0; i < 60; i++) {
                String place = "at:" + random.nextInt(places);
                BigDecimal amount = BigDecimal.valueOf(random.nextInt(-3, 4), random.nextInt(2));
                BigDecimal sum = expected.getOrDefault(place, BigDecimal.ZERO).add(amount);
                if (sum.signum() == 0) expected.remove(place);
                else expected.put(place, sum);
                assertThat(balances.add(place, amount)).isEqualByComparingTo(sum);
            }
            assertThat(balances.isEmpty()).isEqualTo(expected.isEmpty());
            expected.forEach(
                    (place, sum) -> assertThat(balances.remove(place)).isEqualByComparingTo(sum));
            assertThat(balances.isEmpty()).isTrue();
            assertThat(balances.remove("at:0")).isNull();
        }
    }
}
