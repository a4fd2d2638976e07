package stemma.factory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.journal.Sealer;
import stemma.journal.SealingKey;
import stemma.ledger.Event;
import stemma.restore.Portrait;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What rooms keep is computed from the record: however it is read again, it comes out the same. */
class FilledAnewTest {
    private static final int SEEDS = Integer.getInteger("stemma.anew", 8);
    private static final int LENGTH = 60;
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    private static final PlantWorld WORLD = new PlantWorld();
    private static final Sealer SEALER = new Sealer(
            WORLD.database.sealer(), () -> NOW, SealingKey.fresh("factory"), Optional.empty());

    @BeforeAll
    static void happens() {
        long shortages = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            Plan plan = Plan.of(seed, 6_000_000_000L + seed, LENGTH, Plant.Claims.MIXED);
            shortages += WORLD.happen(plan).stream()
                    .filter(r -> r.event() instanceof Event.Adjusted a
                            && a.circumstances().follows() != null)
                    .count();
        }
        assertThat(shortages).isPositive();
        SEALER.seal();
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 2_000})
    void every_room_is_the_same_when_filled_anew(int atOnce) {
        Map<String, List<String>> before = Portrait.of(WORLD.database);
        assertThat(before.get("stock.unit_range")).isNotEmpty();
        assertThat(before.get("genealogy.fed")).isNotEmpty();
        assertThat(before.get("genealogy.review")).isNotEmpty();
        assertThat(before.get("stock.mark")).isNotEmpty();
        JdbcClient.create(WORLD.database.owner())
                .sql("truncate " + String.join(", ", Portrait.computed()) + " cascade")
                .update();
        WORLD.ledger.rebuild(WORLD.journal, atOnce);
        Map<String, List<String>> after = Portrait.of(WORLD.database);
        for (String table : Portrait.computed()) {
            assertThat(after.get(table)).as(table).isEqualTo(before.get(table));
        }
    }
}
