package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.journal.Checked;
import stemma.journal.Finding;
import stemma.scenario.Scenarios;
import stemma.scenario.TestPlants;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is asked for under an order that was closed, and not opened again, is found. */
class ClosedOrdersTest {
    private static final Path CLOSING = Path.of("..", "scenarios", "work-order-closing.scenario");
    private static final String CHANGES =
            "(select seq from audit.trail where subject like 'work_order:%' order by seq desc";

    private record Told(List<Finding> before, List<Finding> after) {}

    /** In the scenario the order is opened again before more is asked for. */
    @Test
    void an_intent_under_an_order_that_nobody_opened_again_is_found() throws IOException {
        List<Told> told = new ArrayList<>();
        var unused = new Scenarios(clock -> TestPlants.fresh(clock, world -> {
                    var sealed = world.sealer().seal();
                    List<Finding> before = found(world);
                    neverOpenedAgain(JdbcClient.create(world.database().owner()));
                    told.add(new Told(before, found(world)));
                }))
                .run(CLOSING);
        assertThat(told).singleElement().satisfies(one -> {
            assertThat(one.before()).isEmpty();
            assertThat(one.after())
                    .extracting(Finding::code)
                    .isNotEmpty()
                    .containsOnly("order_was_closed");
        });
    }

    private static void neverOpenedAgain(JdbcClient owner) {
        owner.sql("delete from audit.trail where seq = " + CHANGES + " limit 1)")
                .update();
        owner.sql("update journal.entry set recorded_at = '2000-01-01' where seq = " + CHANGES
                        + " limit 1)")
                .update();
    }

    private static List<Finding> found(World world) {
        return Proven.of(world).stream()
                .filter(rule -> rule.word().equals("closed_orders_stay_closed"))
                .map(Checked::findings)
                .flatMap(List::stream)
                .toList();
    }
}
