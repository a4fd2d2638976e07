package stemma.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import stemma.World;
import stemma.database.CountedStatements;
import stemma.database.Database;
import stemma.genealogy.Direction;
import stemma.intake.Sight;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * How many messages an answer sends to the database once the index follows: never one for each lot.
 */
class StatementsTest {
    /** Fewer are welcome: the number is then lowered here. */
    private static final int TRACE = 7;

    private static final int BOTH = 7;

    private static final int BOARD = 10;
    private static final int CARD = 25;
    private static final int MORE = 30;

    private static final SoupWorld SOUP = new SoupWorld();
    private static final CountedStatements COUNTED = new CountedStatements(SOUP.database.app());
    private static final Inquiry INQUIRY = World.open(
                    new Database(COUNTED, SOUP.database.owner(), SOUP.database.sealer()),
                    () -> SOUP.now)
            .inquiry();

    @AfterAll
    static void close() {
        SOUP.close();
    }

    @Test
    void a_trace_one_way_costs_a_bounded_number_of_statements() {
        for (Direction way : Direction.values()) {
            assertThat(statements(() -> INQUIRY.trace(
                            SOUP.family("C-7741"), TraceQuery.all(way), Optional.empty())))
                    .as(way.name())
                    .hasSizeLessThanOrEqualTo(TRACE);
        }
    }

    @Test
    void both_ways_at_once_cost_far_less_than_one_after_the_other() {
        List<TraceQuery> both =
                Stream.of(Direction.values()).map(TraceQuery::all).toList();
        assertThat(statements(() -> INQUIRY.traces(SOUP.family("P-1"), both, Optional.empty())))
                .hasSizeLessThanOrEqualTo(BOTH);
    }

    /** Each run more makes a lot of soup of the same carrots, of which some is shipped. */
    @Test
    void an_answer_that_grows_costs_no_more() {
        List<TraceQuery> both =
                Stream.of(Direction.values()).map(TraceQuery::all).toList();
        try (SoupWorld world = new SoupWorld()) {
            CountedStatements counted = new CountedStatements(world.database.app());
            Inquiry inquiry = World.open(
                            new Database(counted, world.database.owner(), world.database.sealer()),
                            () -> world.now)
                    .inquiry();
            Supplier<List<TraceAnswer>> asked =
                    () -> inquiry.traces(world.family("C-7741"), both, Optional.empty());
            int lots = lots(asked.get());
            Runnable ask = () -> lots(asked.get());
            int cost = statements(counted, ask).size();
            for (int i = 0; i < MORE; i++) world.moreSoup(i);
            assertThat(lots(asked.get())).isEqualTo(lots + MORE);
            assertThat(statements(counted, ask)).hasSize(cost);
        }
    }

    private static int lots(List<TraceAnswer> answers) {
        return answers.stream().mapToInt(TraceAnswer::lots).sum();
    }

    @Test
    void a_board_and_a_card_do_too() {
        assertThat(statements(() -> INQUIRY.board(SOUP.family("C-7741"), Optional.empty())))
                .hasSizeLessThanOrEqualTo(BOARD);
        assertThat(statements(() -> INQUIRY.card(SOUP.family("C-7741"), 0)))
                .hasSizeLessThanOrEqualTo(CARD);
    }

    @Test
    void who_goes_through_the_rows_of_a_great_recall_holds_some_lots_at_a_time() {
        BoardRows rows =
                INQUIRY.boards().rows(SOUP.family("C-7741"), Optional.empty(), Sight.WHOLE, 0, 1);
        Exposure.Part part = rows.exposure().parts().stream()
                .max(Comparator.comparing(one -> one.tally().lots()))
                .orElseThrow();
        int lots = part.tally().lots();
        int ofAll = statements(() -> rows.lots(part::equals).forEach(_ -> {})).size();
        int ofFirst =
                statements(() -> rows.lots(part::equals).iterator().next()).size();
        assertThat(lots).isGreaterThan(1);
        assertThat(ofFirst).isLessThanOrEqualTo(ofAll / 2);
    }

    /** The first time the index is filled. */
    private static List<String> statements(Runnable question) {
        return statements(COUNTED, question);
    }

    private static List<String> statements(CountedStatements counted, Runnable question) {
        question.run();
        var unused = counted.taken();
        question.run();
        return counted.taken();
    }
}
