package stemma.factory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import stemma.documents.Documents;
import stemma.genealogy.Genealogy;
import stemma.genealogy.IndexState.Standing;
import stemma.genealogy.LiveIndex;
import stemma.identifiers.EventIds;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.inquiry.Exposure;
import stemma.inquiry.Inquiry;
import stemma.inquiry.Roots;
import stemma.inquiry.Stage;
import stemma.inquiry.Subject;
import stemma.inquiry.Tracing;
import stemma.ledger.Recorded;
import stemma.lots.Lot;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** The numbers that the database adds up are those of the rows behind them, read lot by lot. */
class ExposureTest {
    private static final int SEEDS = Math.max(1, FactoryTest.SEEDS / 5);
    private static final long SALTS = 11_000_000_000L;
    private static final int LENGTH = 40;
    private static final Instant NOW = Instant.parse("2026-11-02T00:00:00Z");
    private static final PlantWorld WORLD = new PlantWorld();
    private static final LiveIndex INDEX = new LiveIndex(WORLD.database.app());
    private static final Inquiry INQUIRY = inquiry();
    private static final Answers ANSWERS = new Answers(WORLD);

    private static Inquiry inquiry() {
        Genealogy genealogy = new Genealogy(
                WORLD.app, INDEX, WORLD.lots, WORLD.stock, WORLD.ledger, WORLD.journal);
        Tracing tracing = Tracing.over(
                WORLD.database,
                WORLD.app,
                genealogy,
                WORLD.ledger,
                WORLD.journal,
                WORLD.lots,
                WORLD.stock,
                WORLD.catalog);
        return new Inquiry(
                WORLD.catalog,
                WORLD.lots,
                WORLD.stock,
                WORLD.ledger,
                WORLD.journal,
                () -> NOW,
                new EventIds(() -> NOW, new Random(2)),
                tracing,
                Roots.over(
                        WORLD.app,
                        WORLD.catalog,
                        WORLD.lots,
                        WORLD.ledger,
                        new Documents(WORLD.app),
                        _ -> List.of()));
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void the_numbers_are_those_of_the_rows() {
        int sent = 0;
        int parted = 0;
        for (int seed = FactoryTest.FIRST; seed < FactoryTest.FIRST + SEEDS; seed++) {
            Plan plan = Plan.of(seed, SALTS + 2L * seed, LENGTH, Plant.Claims.MIXED);
            List<Recorded> recorded = WORLD.happen(plan);
            Map<LotId, Lot> lots = ANSWERS.lots(Laws.replay(plan, recorded).born());
            for (LotId id : lots.keySet()) {
                Subject subject = INQUIRY.one(Portion.of(id));
                Exposure rows = INQUIRY.board(subject, Optional.empty()).exposure();
                assertThat(INQUIRY.exposure(subject, Optional.empty()))
                        .as("seed %d, board of %s", seed, id)
                        .usingRecursiveComparison()
                        .ignoringFields("completeness.links", "completeness.depth")
                        .isEqualTo(rows);
                sent += rows.shipments();
                parted += rows.parts().stream()
                                .anyMatch(part -> part.tally().at(Stage.USED_UP).isPositive())
                        ? 1
                        : 0;
            }
        }
        assertThat(INDEX.state().standing()).isEqualTo(Standing.FOLLOWS);
        assertThat(sent).as("shipments told").isGreaterThan(SEEDS);
        assertThat(parted).as("boards with something used up").isGreaterThan(SEEDS);
    }
}
