package stemma.factory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.journal.Checked;
import stemma.journal.Finding;

import java.util.List;

/** What the database is made to say of links is held against what the index in memory knows. */
class DualTest {
    private final PlantWorld world = new PlantWorld();
    private final JdbcClient owner = JdbcClient.create(world.database.owner());

    DualTest() {
        var unused = world.happen(Plan.of(3, 7_200_000_003L, 60, Plant.Claims.MIXED));
        world.seal();
        assertThat(found()).isEmpty();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void links_that_are_gone_from_the_tables_are_found() {
        owner.sql("delete from genealogy.yielded").update();
        assertThat(found()).extracting(Finding::code).contains("trace_differs");
    }

    /** The statement by which a search goes back is made to find nothing. */
    @Test
    void a_way_that_is_there_forward_only_is_found() {
        owner.sql("alter table genealogy.fed enable row level security").update();
        owner.sql("create policy forward_only on genealogy.fed"
                        + " using (position('as a (run)' in current_query()) = 0)")
                .update();
        assertThat(found()).extracting(Finding::code).contains("trace_not_dual");
    }

    private List<Finding> found() {
        return world.proven().stream()
                .filter(rule -> rule.word().equals("traces_are_dual"))
                .map(Checked::findings)
                .flatMap(List::stream)
                .toList();
    }
}
