package stemma.factory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.genealogy.Cause;
import stemma.genealogy.Consigned;
import stemma.genealogy.Direction;
import stemma.genealogy.IndexState.Standing;
import stemma.genealogy.LiveIndex;
import stemma.genealogy.Question;
import stemma.genealogy.Searches;
import stemma.genealogy.Span;
import stemma.identifiers.LotId;
import stemma.identifiers.LotNumber;
import stemma.identifiers.Portion;
import stemma.identifiers.ShipmentCode;
import stemma.ledger.Place;
import stemma.ledger.Recorded;
import stemma.lots.Lot;
import stemma.stock.ShippedUnits;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The index that follows the ledger answers as the search in the tables does. */
class LiveIndexTest {
    private static final int SEEDS = Integer.getInteger("stemma.live", 25);
    private static final int LENGTH = 40;
    private static final PlantWorld WORLD = new PlantWorld();
    private static final LiveIndex FROM_THE_START = new LiveIndex(WORLD.database.app());
    private static final Searches SEARCHES = new Searches(WORLD.app, WORLD.lots);
    private static final Answers SEARCH = new Answers(WORLD);

    @AfterAll
    static void close() {
        WORLD.close();
    }

    static IntStream seeds() {
        return IntStream.rangeClosed(1, SEEDS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void it_answers_as_the_tables_do_whenever_it_began_to_follow(int seed) {
        Plan plan = Plan.of(seed, 7_000_000_000L + seed, LENGTH, Plant.Claims.MIXED);
        List<Recorded> recorded = WORLD.happen(plan);
        LiveIndex fresh = new LiveIndex(WORLD.database.app());
        Map<LotId, Lot> lots = SEARCH.lots(Laws.replay(plan, recorded).born());
        assertThat(lots).isNotEmpty();
        Map<Long, List<ShippedUnits>> sent = sent(lots.values());
        List<LotId> asked = new ArrayList<>(lots.keySet());
        for (LotId id : asked) {
            for (Direction direction : Direction.values()) {
                for (Cause cause : Cause.values()) {
                    Question question = question(id, direction, cause);
                    Set<LotId> expected = SEARCH.trace(question);
                    Span root = new Span(lots.get(id).key(), id.ordinal(), id.ordinal());
                    for (LiveIndex index : List.of(FROM_THE_START, fresh)) {
                        assertThat(units(index, root, direction, cause))
                                .as("seed %d, %s of %s, %s", seed, direction, id, cause)
                                .isEqualTo(expected);
                        assertThat(consigned(index, root, direction, cause))
                                .as("seed %d, shipped %s of %s, %s", seed, direction, id, cause)
                                .isEqualTo(consigned(expected, lots, sent));
                    }
                    assertThat(SEARCHES.atOnce(question, FROM_THE_START))
                            .as("seed %d, links %s of %s, %s", seed, direction, id, cause)
                            .isEqualTo(SEARCHES.stepByStep(question));
                }
            }
        }
    }

    /**
     * Also where another question has made the index take it in before there was asked for news.
     */
    @Test
    void what_is_committed_while_links_are_read_makes_it_walk_anew() {
        LiveIndex index = new LiveIndex(WORLD.database.app());
        Plan plan = plan(901);
        LotId lot = SEARCH.lots(Laws.replay(plan, WORLD.happen(plan)).born())
                .keySet()
                .iterator()
                .next();
        Question question = question(lot, Direction.FORWARD, Cause.MATERIAL);
        assertThat(SEARCHES.still(question, index, () -> {}))
                .isEqualTo(new Searches.Still(false, true));
        assertThat(SEARCHES.still(question, index, () -> WORLD.happen(plan(902))))
                .isEqualTo(new Searches.Still(true, false));
        assertThat(SEARCHES.still(question, index, () -> {
                    var unused = WORLD.happen(plan(903));
                    index.catchUp();
                }))
                .isEqualTo(new Searches.Still(false, false));
    }

    private static Plan plan(int seed) {
        return Plan.of(seed, 7_000_000_000L + seed, LENGTH, Plant.Claims.MIXED);
    }

    /** What no plant can record is written by hand: an input for some outputs of a split. */
    @Test
    void where_it_cannot_be_filled_the_tables_answer_alone() {
        try (PlantWorld world = new PlantWorld()) {
            Plan plan = Plan.of(1, 7_500_000_000L, LENGTH, Plant.Claims.MIXED);
            Set<LotId> born = Laws.replay(plan, world.happen(plan)).born();
            Lot lot = world.lots.lots(born).values().iterator().next();
            Span root = new Span(lot.key(), lot.id().ordinal(), lot.id().ordinal());
            LiveIndex index = new LiveIndex(world.database.app());
            assertThat(index.reached(List.of(root), Direction.FORWARD, Cause.LOCAL))
                    .isPresent();
            JdbcClient.create(world.database.owner()).sql("""
                    with split as (update genealogy.run set likeness = 'SAME_MATERIAL'
                        where key = (select min(run) from genealogy.fed) returning key),
                    part as (update genealogy.fed set everywhere = false
                        where run in (select key from split) returning key)
                    insert into genealogy.fed_into select key, 1, 0, 0 from part
                    """).update();
            LiveIndex fresh = new LiveIndex(world.database.app());
            assertThat(fresh.reached(List.of(root), Direction.FORWARD, Cause.LOCAL))
                    .isEmpty();
            assertThat(fresh.state().standing()).isEqualTo(Standing.FAILED);
            JdbcClient.create(world.database.owner())
                    .sql("update genealogy.fed set everywhere = true where not everywhere")
                    .update();
            assertThat(fresh.reached(List.of(root), Direction.FORWARD, Cause.LOCAL))
                    .as("what failed is remembered")
                    .isEmpty();
            fresh.retry();
            assertThat(fresh.state().standing()).isEqualTo(Standing.FOLLOWS);
            assertThat(fresh.state().size()).isPositive();
            assertThat(fresh.reached(List.of(root), Direction.FORWARD, Cause.LOCAL))
                    .isPresent();
        }
    }

    /** What is recorded already and comes into the tables only now, it would never be told. */
    @Test
    void while_the_tables_are_filled_it_answers_nothing_and_begins_anew() {
        try (PlantWorld world = new PlantWorld()) {
            Plan plan = Plan.of(2, 7_600_000_000L, LENGTH, Plant.Claims.MIXED);
            Set<LotId> born = Laws.replay(plan, world.happen(plan)).born();
            List<Span> roots = world.lots.lots(born).values().stream()
                    .map(lot ->
                            new Span(lot.key(), lot.id().ordinal(), lot.span().last()))
                    .toList();
            LiveIndex index = new LiveIndex(world.database.app());
            List<?> before = each(index, roots);
            assertThat(before).hasSameSizeAs(roots);
            index.restWhile(() -> {
                assertThat(index.state().standing()).isEqualTo(Standing.RESTS);
                JdbcClient.create(world.database.owner())
                        .sql("delete from genealogy.fed")
                        .update();
                assertThat(each(index, roots)).isEmpty();
            });
            assertThat(each(index, roots))
                    .as("it was told all that stands now")
                    .hasSameSizeAs(roots)
                    .isNotEqualTo(before);
        }
    }

    private static List<List<Span>> each(LiveIndex index, List<Span> roots) {
        return roots.stream()
                .map(root -> index.reached(List.of(root), Direction.FORWARD, Cause.MATERIAL))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Question question(LotId id, Direction direction, Cause cause) {
        List<Portion> roots = List.of(Portion.of(id));
        return (direction == Direction.FORWARD ? Question.forward(roots) : Question.backward(roots))
                .with(cause);
    }

    /** Returns what stands on the road or went along it, as the rows of movements say. */
    private static Map<Long, List<ShippedUnits>> sent(Collection<Lot> lots) {
        Map<Long, List<ShippedUnits>> sent = new HashMap<>();
        WORLD.app
                .sql("""
                select lot, first_ordinal, last_ordinal, target from stock.movement
                where target like 'transit:%' and corrected_by is null and lot = any(?)
                """)
                .param(lots.stream().map(Lot::key).toArray(Long[]::new))
                .query(row -> {
                    var road = (Place.InTransit) Place.of(row.getString("target"));
                    sent.computeIfAbsent(row.getLong("lot"), _ -> new ArrayList<>())
                            .add(new ShippedUnits(
                                    row.getLong("lot"),
                                    row.getInt("first_ordinal"),
                                    row.getInt("last_ordinal"),
                                    road.shipment()));
                });
        return sent;
    }

    private static Set<String> consigned(
            Set<LotId> units, Map<LotId, Lot> lots, Map<Long, List<ShippedUnits>> sent) {
        Set<String> told = new TreeSet<>();
        for (LotId unit : units) {
            long key = lots.get(unit).key();
            List<ShippedUnits> of = sent.getOrDefault(key, List.of()).stream()
                    .filter(s -> s.first() <= unit.ordinal() && unit.ordinal() <= s.last())
                    .toList();
            if (of.isEmpty()) told.add(key + ":" + unit.ordinal() + " kept");
            of.forEach(s -> told.add(key + ":" + unit.ordinal() + " "
                    + LotNumber.normal(s.shipment().code())));
        }
        return told;
    }

    private static Set<String> consigned(
            LiveIndex index, Span root, Direction direction, Cause cause) {
        Set<String> told = new TreeSet<>();
        assertThat(index.consigned(List.of(root), direction, cause, into(told))).isTrue();
        return told;
    }

    private static Consigned into(Set<String> told) {
        return new Consigned() {
            @Override
            public void shipped(Span units, ShipmentCode shipment) {
                for (int unit = units.first(); unit <= units.last(); unit++)
                    told.add(units.lot() + ":" + unit + " " + shipment.code());
            }

            @Override
            public void kept(Span units) {
                for (int unit = units.first(); unit <= units.last(); unit++)
                    assertThat(told.add(units.lot() + ":" + unit + " kept")).isTrue();
            }
        };
    }

    private static Set<LotId> units(LiveIndex index, Span root, Direction way, Cause cause) {
        Map<Long, Set<Integer>> found = new HashMap<>();
        index.trace(List.of(root), way, cause)
                .orElseThrow()
                .forEach((lot, first, last) -> IntStream.rangeClosed(first, last)
                        .forEach(found.computeIfAbsent(lot, key -> new TreeSet<>())::add));
        Set<LotId> units = new TreeSet<>();
        WORLD.lots
                .byKey(found.keySet())
                .forEach((key, lot) -> found.get(key)
                        .forEach(unit -> units.add(new LotId(lot.id().birth(), unit))));
        return units;
    }
}
