package stemma.factory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import stemma.identifiers.LotId;
import stemma.ledger.Recorded;
import stemma.lots.Lot;
import stemma.stock.StockAtHand;

import java.util.List;
import java.util.Map;

/** What is kept in memory of stock fails for itself alone, and is tried again. */
class StockAtHandTest {
    private static final long SALT = 12_000_000_000L;
    private static final int LENGTH = 20;
    private static final PlantWorld WORLD = new PlantWorld();

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void where_it_fails_it_answers_nothing_until_it_is_tried_again() {
        Plan plan = Plan.of(1, SALT, LENGTH, Plant.Claims.MIXED);
        List<Recorded> recorded = WORLD.happen(plan);
        Map<LotId, Lot> lots =
                new Answers(WORLD).lots(Laws.replay(plan, recorded).born());
        long[] known = lots.values().stream().mapToLong(Lot::key).toArray();
        StockAtHand stock = new StockAtHand(WORLD.database.app(), WORLD.lots);
        assertThat(stock.kinds(known))
                .hasValueSatisfying(kinds -> assertThat(kinds).hasSize(known.length));
        assertThat(stock.bytes()).isPositive();
        assertThat(stock.kinds(new long[] {987_654_321})).isEmpty();
        assertThat(stock.kinds(known)).as("after a failure").isEmpty();
        stock.retry();
        assertThat(stock.kinds(known)).as("tried again").isPresent();
    }
}
