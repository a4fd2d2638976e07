package stemma.factory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import stemma.genealogy.AsOf;
import stemma.genealogy.Genealogy;
import stemma.genealogy.LiveIndex;
import stemma.genealogy.Question;
import stemma.genealogy.TooFar;
import stemma.genealogy.Trace;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.ledger.Recorded;
import stemma.lots.Lot;

import java.util.List;
import java.util.Map;

/** A trace of more lots than there is room for is refused whole, by the index and the tables. */
class TooFarTest {
    private static final long SALT = 13_000_000_000L;
    private static final int LENGTH = 60;
    private static final int ROOM = 3;
    private static final PlantWorld WORLD = new PlantWorld();

    @AfterAll
    static void close() {
        WORLD.close();
    }

    private static Genealogy genealogy(int room) {
        return new Genealogy(
                WORLD.app,
                new LiveIndex(WORLD.database.app()),
                WORLD.lots,
                WORLD.stock,
                WORLD.ledger,
                WORLD.journal,
                room);
    }

    @Test
    void what_there_is_room_for_is_told_whole_and_nothing_else_in_part() {
        Plan plan = Plan.of(1, SALT, LENGTH, Plant.Claims.MIXED);
        List<Recorded> recorded = WORLD.happen(plan);
        Map<LotId, Lot> lots =
                new Answers(WORLD).lots(Laws.replay(plan, recorded).born());
        Genealogy large = genealogy(Integer.MAX_VALUE);
        Genealogy small = genealogy(ROOM);
        AsOf then = new AsOf(recorded.getLast().seq(), List.of());
        int told = 0;
        int refused = 0;
        for (LotId id : lots.keySet()) {
            Question question = Question.forward(List.of(Portion.of(id)));
            Trace whole = large.trace(question);
            if (whole.lots().size() <= ROOM) {
                assertThat(small.trace(question).nodes()).isEqualTo(whole.nodes());
                assertThat(small.trace(question.asOf(then)).lots()).hasSameSizeAs(whole.lots());
                told++;
            } else {
                refuses(small, question);
                refuses(small, question.asOf(then));
                refused++;
            }
        }
        assertThat(told).isPositive();
        assertThat(refused).isPositive();
    }

    private static void refuses(Genealogy genealogy, Question question) {
        assertThatThrownBy(() -> genealogy.trace(question))
                .isInstanceOf(TooFar.class)
                .hasMessageContaining("memory for about " + ROOM);
    }
}
