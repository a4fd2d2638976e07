package stemma.stock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A lot at a spot has one number, whether it is at few spots or at very many. */
class SpotsTest {
    private record Pair(int lot, int spot) {}

    @Test
    void each_pair_has_one_number_and_each_lot_tells_of_all_its_spots() {
        Random random = new Random(5);
        Spots spots = new Spots();
        Map<Pair, Integer> expected = new HashMap<>();
        for (int i = 0; i < 30_000; i++) {
            int lot = random.nextInt(3) == 0 ? 7 : random.nextInt(900);
            var pair = new Pair(lot, random.nextInt(lot == 7 ? 5_000 : 40));
            Integer number = expected.computeIfAbsent(pair, _ -> expected.size());
            assertThat(spots.number(pair.lot(), pair.spot())).as("%s", pair).isEqualTo(number);
        }
        assertThat(spots.size()).isEqualTo(expected.size());
        Set<Pair> told = new HashSet<>();
        for (int lot = 0; lot < 1_000; lot++)
            for (int n = spots.first(lot); n != Spots.NONE; n = spots.next(n))
                assertThat(told.add(new Pair(lot, spots.spot(n)))).isTrue();
        assertThat(told).isEqualTo(expected.keySet());
        assertThat(spots.first(1_000_000)).isEqualTo(Spots.NONE);
    }
}
