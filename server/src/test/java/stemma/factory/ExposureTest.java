package stemma.factory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import stemma.documents.Documents;
import stemma.genealogy.Genealogy;
import stemma.genealogy.IndexState.Standing;
import stemma.genealogy.LiveIndex;
import stemma.identifiers.EventIds;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.inquiry.BoardRows;
import stemma.inquiry.Exposure;
import stemma.inquiry.Inquiry;
import stemma.inquiry.Road;
import stemma.inquiry.Roots;
import stemma.inquiry.Stage;
import stemma.inquiry.Subject;
import stemma.inquiry.Tracing;
import stemma.inquiry.Where;
import stemma.intake.Sight;
import stemma.ledger.Recorded;
import stemma.lots.Lot;
import stemma.quantity.Quantity;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The numbers that the database adds up are those of the rows behind them, read lot by lot. */
class ExposureTest {
    private static final int SEEDS = Math.max(1, FactoryTest.SEEDS / 5);
    private static final long SALTS = 11_000_000_000L;
    private static final int LENGTH = 40;
    private static final Instant NOW = Instant.parse("2026-11-02T00:00:00Z");
    private static final int PLANTS_IN_A_WORLD = 10;

    /** A world in which plants happen, and what is asked of it. */
    private record Asked(PlantWorld world, LiveIndex index, Inquiry inquiry) {
        static Asked anew() {
            PlantWorld world = new PlantWorld();
            LiveIndex index = new LiveIndex(world.database.app());
            return new Asked(world, index, ExposureTest.inquiry(world, index));
        }

        /** Returns one that has room for a plant: their holds stay in force and spread anew. */
        Asked withRoom() {
            if (world.plants() < PLANTS_IN_A_WORLD) return this;
            close();
            return anew();
        }

        void close() {
            assertThat(index.state().standing()).isEqualTo(Standing.FOLLOWS);
            world.close();
        }
    }

    private static Inquiry inquiry(PlantWorld world, LiveIndex index) {
        Genealogy genealogy = new Genealogy(
                world.app, index, world.lots, world.stock, world.ledger, world.journal);
        Tracing tracing = Tracing.over(
                world.database,
                world.app,
                genealogy,
                world.ledger,
                world.journal,
                world.lots,
                world.stock,
                world.catalog);
        return new Inquiry(
                world.catalog,
                world.lots,
                world.stock,
                world.ledger,
                world.journal,
                () -> NOW,
                new EventIds(() -> NOW, new Random(2)),
                tracing,
                Roots.over(
                        world.app,
                        world.catalog,
                        world.lots,
                        world.ledger,
                        new Documents(world.app),
                        _ -> List.of()));
    }

    @Test
    void the_numbers_are_those_of_the_rows() {
        Asked asked = Asked.anew();
        int sent = 0;
        int parted = 0;
        for (int seed = FactoryTest.FIRST; seed < FactoryTest.FIRST + SEEDS; seed++) {
            asked = asked.withRoom();
            Plan plan = Plan.of(seed, SALTS + 2L * seed, LENGTH, Plant.Claims.MIXED);
            List<Recorded> recorded = asked.world.happen(plan);
            Map<LotId, Lot> lots =
                    new Answers(asked.world).lots(Laws.replay(plan, recorded).born());
            for (LotId id : lots.keySet()) {
                Subject subject = asked.inquiry.one(Portion.of(id));
                Exposure rows = asked.inquiry.board(subject, Optional.empty()).exposure();
                assertThat(asked.inquiry.exposure(subject, Optional.empty()))
                        .as("seed %d, board of %s", seed, id)
                        .usingRecursiveComparison()
                        .ignoringFields("completeness.links", "completeness.depth")
                        .ignoringCollectionOrderInFields("receptions.shipments")
                        .isEqualTo(rows);
                readPartByPart(asked.inquiry, subject, 1 + seed % 3);
                sent += rows.shipments();
                parted += rows.parts().stream()
                                .anyMatch(part -> part.tally().at(Stage.USED_UP).isPositive())
                        ? 1
                        : 0;
            }
        }
        asked.close();
        assertThat(sent).as("shipments told").isGreaterThan(SEEDS);
        assertThat(parted).as("boards with something used up").isGreaterThan(SEEDS);
    }

    /** Rows read for so few lots at once are those read of all lots at once. */
    private static void readPartByPart(Inquiry inquiry, Subject subject, int lotsAtOnce) {
        BoardRows whole = inquiry.boards().rows(subject, Optional.empty(), Sight.WHOLE);
        BoardRows parts =
                inquiry.boards().rows(subject, Optional.empty(), Sight.WHOLE, 0, lotsAtOnce);
        assertThat(whole.isAtHand()).isTrue();
        assertThat(parts.isAtHand()).isFalse();
        for (Exposure.Part part : whole.exposure().parts()) {
            assertThat(parts.where(part::equals).flatMap(ExposureTest::units))
                    .as("where %s of %s is", part.item(), subject.title())
                    .containsExactlyInAnyOrderElementsOf(whole.where(part::equals)
                            .flatMap(ExposureTest::units)
                            .toList());
            assertThat(parts.lots(part::equals))
                    .as("lots of %s of %s", part.item(), subject.title())
                    .containsExactlyInAnyOrderElementsOf(
                            whole.lots(part::equals).toList());
        }
        assertThat(parts.roads().map(Road::shipment))
                .as("shipments of %s", subject.title())
                .containsExactlyElementsOf(whole.roads().map(Road::shipment).toList());
        assertThat(parts.roads().flatMap(road -> road.loads().stream()))
                .as("loads of %s", subject.title())
                .containsExactlyInAnyOrderElementsOf(
                        whole.roads().flatMap(road -> road.loads().stream()).toList());
    }

    /** Units of a block that are alike may stand in one row or in several. */
    private static Stream<String> units(Where row) {
        if (!row.lot().lot().isSerial()) return Stream.of(row.toString());
        Portion units = row.portion();
        assertThat(row.quantity().amount()).isEqualByComparingTo(new BigDecimal(units.count()));
        return IntStream.rangeClosed(units.first().ordinal(), units.last())
                .mapToObj(unit -> new Where(
                                row.lot(),
                                new Portion(new LotId(units.first().birth(), unit), 1),
                                row.stage(),
                                row.place(),
                                row.words(),
                                Quantity.zero(row.quantity().unit()),
                                row.shipment(),
                                row.consignee(),
                                row.unseen())
                        .toString());
    }
}
