package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.journal.Checked;
import stemma.journal.Finding;
import stemma.scenario.Scenarios;
import stemma.scenario.TestPlants;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is asked for under an order that was closed, and not opened again, is found. */
class ClosedOrdersTest {
    private static final Path CLOSING = Path.of("..", "scenarios", "work-order-closing.scenario");
    private static final String CHANGES =
            "(select seq from audit.trail where subject like 'work_order:%' order by seq desc";

    private static final String RUNS = """
            item flour kg received released
            item bread ea
            conversion 1 ea = 0.5 kg of bread
            recipe bread R1 makes 100 ea from 50 kg flour allowing 2 % within 3 %
            order WO-1 makes 200 ea bread by R1
            receive F-1 300 kg flour from Mill
            run R-1 for WO-1 consumes F-1 90 kg yields B-1 200 ea bread
            close WO-1 seeing 2 points by otto because "scale was off"
            reopen WO-1 by otto because "late entries"
            consume F-1 5 kg in R-1
            run R-1 yields B-2 1 ea bread loses F-1 1 kg
            """;

    private record Told(List<Finding> before, List<Finding> after) {}

    /** In the scenario the order is opened again before more is asked for. */
    @Test
    void an_intent_under_an_order_that_nobody_opened_again_is_found() throws IOException {
        assertThat(found(Files.readString(CLOSING)).after())
                .extracting(Finding::code)
                .isNotEmpty()
                .containsOnly("order_was_closed");
    }

    /** The order was named when the run began; what is asked for later names the run alone. */
    @Test
    void what_names_only_the_run_or_is_lost_in_it_comes_under_its_order() {
        assertThat(found(RUNS).after())
                .extracting(finding -> finding.sentence().split(" ", 2)[0])
                .containsExactlyInAnyOrder("consumed", "produced", "moved");
    }

    private static Told found(String scenario) {
        List<Told> told = new ArrayList<>();
        var outcome = new Scenarios(clock -> TestPlants.fresh(clock, world -> {
                    var sealed = world.sealer().seal();
                    List<Finding> before = found(world);
                    neverOpenedAgain(JdbcClient.create(world.database().owner()));
                    told.add(new Told(before, found(world)));
                }))
                .run("closing", scenario);
        assertThat(outcome.differences()).isEmpty();
        assertThat(told.getFirst().before()).isEmpty();
        return told.getFirst();
    }

    private static void neverOpenedAgain(JdbcClient owner) {
        owner.sql("delete from audit.trail where seq = " + CHANGES + " limit 1)")
                .update();
        owner.sql("update journal.entry set recorded_at = '2000-01-01' where seq <= " + CHANGES
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
