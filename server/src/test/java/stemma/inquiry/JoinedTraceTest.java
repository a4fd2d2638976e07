package stemma.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import stemma.genealogy.Direction;
import stemma.genealogy.Reached;

import java.util.List;
import java.util.Optional;

/** Both ways a lot stands once, and only what lies on a way through a node is left. */
class JoinedTraceTest {
    private static final SoupWorld WORLD = new SoupWorld();

    @AfterAll
    static void close() {
        WORLD.close();
    }

    private static TraceAnswer asked(Direction way) {
        return WORLD.inquiry.trace(WORLD.family("P-1"), TraceQuery.all(way), Optional.empty());
    }

    private static JoinedTrace bothWays() {
        return JoinedTrace.of(List.of(asked(Direction.BACKWARD), asked(Direction.FORWARD)));
    }

    private static List<String> lots(JoinedTrace joined) {
        return joined.nodes().stream()
                .filter(node -> node.node() instanceof Reached)
                .map(node -> ((Reached) node.node()).lot().number().text())
                .toList();
    }

    @Test
    void what_was_asked_about_joins_the_two_ways_and_stands_once() {
        JoinedTrace joined = bothWays();
        assertThat(lots(joined)).containsExactlyInAnyOrder("P-1", "S-1", "S-2", "C-7741");
        assertThat(joined.nodes()).hasSize(7);
        assertThat(joined.links()).hasSize(6);
        assertThat(joined.through(WORLD.puree.toString())).isEqualTo(joined);
    }

    @Test
    void what_lies_on_no_way_through_a_lot_is_left_out() {
        JoinedTrace joined = bothWays();
        assertThat(lots(joined.through(WORLD.soupTwo.toString())))
                .containsExactlyInAnyOrder("P-1", "S-2", "C-7741");
        assertThat(lots(joined.through("run:WO-57")))
                .containsExactlyInAnyOrder("P-1", "S-2", "C-7741");
        assertThat(joined.through("nothing of the kind")).isEqualTo(joined);
    }

    @Test
    void a_row_says_where_our_knowledge_of_the_lot_begins_and_ends() {
        assertThat(asked(Direction.FORWARD).rows())
                .filteredOn(row -> row.line().number().equals("S-1"))
                .first()
                .satisfies(row -> assertThat(row.ends())
                        .extracting(KnownEnd::partner)
                        .containsExactly("Metro Foods"));
        assertThat(asked(Direction.BACKWARD).rows())
                .filteredOn(row -> row.line().number().equals("C-7741"))
                .first()
                .satisfies(row -> assertThat(row.ends())
                        .extracting(KnownEnd::partner)
                        .containsExactly("GrowCo Farms"));
    }
}
