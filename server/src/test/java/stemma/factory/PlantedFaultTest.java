package stemma.factory;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import stemma.genealogy.AsOf;
import stemma.genealogy.Direction;
import stemma.genealogy.Question;
import stemma.identifiers.EventId;
import stemma.identifiers.HoldCode;
import stemma.identifiers.LotId;
import stemma.ledger.Descent;
import stemma.ledger.Event;
import stemma.ledger.Reach;
import stemma.ledger.Recorded;
import stemma.lots.Lot;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Each law finds the fault it is there for, planted into an answer or into what was recorded. */
class PlantedFaultTest {
    private static final int LENGTH = 40;
    private static final int FIRST = 40;
    private static final int SEEDS = 60;
    private static final PlantWorld WORLD = new PlantWorld();
    private static Plan plan;
    private static List<Recorded> recorded;

    /** Takes the first factory in which there is something for every fault to be planted in. */
    @BeforeAll
    static void happens() {
        for (int seed = FIRST; seed < FIRST + SEEDS; seed++) {
            plan = Plan.of(seed, 7_000_000_000L + seed, LENGTH, Plant.Claims.REPORTS);
            recorded = WORLD.happen(plan);
            if (suits()) return;
        }
        throw new AssertionError("none of " + SEEDS + " factories has all that faults need");
    }

    private static boolean suits() {
        return !standing(PlantedFaultTest::movesLots).isEmpty()
                && !standing(PlantedFaultTest::isLinked).isEmpty()
                && !corrections().isEmpty()
                && recorded.stream().anyMatch(r -> r.event() instanceof Event.Held h && reaches(h));
    }

    /** Returns the corrections that change how much of a lot is where. */
    private static List<Recorded> corrections() {
        Replay now = Laws.replay(plan, recorded);
        return standing(e -> e instanceof Event.Corrected).stream()
                .filter(correction -> {
                    Replay without = Laws.replay(plan, without(correction));
                    return now.born().stream()
                            .anyMatch(lot -> !stands(without, lot).equals(stands(now, lot)));
                })
                .toList();
    }

    /** Returns how much of a lot is where, but for what it came from. */
    private static Map<String, BigDecimal> stands(Replay replay, LotId lot) {
        Map<String, BigDecimal> stands = new TreeMap<>(replay.stock().getOrDefault(lot, Map.of()));
        stands.values().removeIf(amount -> amount.signum() < 0);
        stands.keySet().removeIf(p -> p.startsWith("run:") || p.startsWith("supplier:"));
        return stands;
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void without_a_fault_all_laws_hold() {
        Laws.replayed(new Answers(WORLD), plan, recorded);
    }

    @Test
    void stock_from_nowhere_is_found() {
        assertThatThrownBy(() -> Laws.replayed(new More(), plan, recorded))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("sum of")
                .hasMessageContaining("over all places");
    }

    @Test
    void a_movement_counted_twice_is_found() {
        Recorded twice = standing(PlantedFaultTest::movesLots).getLast();
        List<Recorded> more = new ArrayList<>(recorded);
        more.add(twice);
        assertFound(more, "stock of");
    }

    @Test
    void a_link_that_is_lost_is_found() {
        Recorded lost = standing(PlantedFaultTest::isLinked).getFirst();
        assertFound(without(lost), "ward of");
    }

    @Test
    void a_correction_that_is_forgotten_is_found() {
        Recorded forgotten = corrections().getLast();
        assertThatThrownBy(() ->
                        StockFold.check(new Answers(WORLD), Laws.replay(plan, without(forgotten))))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("stock of");
    }

    @Test
    void a_lot_that_is_reached_in_one_direction_only_is_found() {
        assertThatThrownBy(() -> Laws.replayed(new ForwardLosesOne(), plan, recorded))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(" backward of ");
    }

    @Test
    void a_past_that_knows_what_came_later_is_found() {
        assertThatThrownBy(() -> Laws.replayed(new Foresight(), plan, recorded))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("ward of")
                .hasMessageContaining("lastSeq");
    }

    @Test
    void a_hold_that_stops_short_is_found() {
        assertThatThrownBy(() -> Laws.replayed(new HoldStopsShort(), plan, recorded))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("which descends from");
    }

    @Test
    void an_order_of_recording_that_matters_is_found() {
        Plan calm = Shuffling.withoutVoiding(
                Plan.of(plan.seed(), 7_100_000_000L, LENGTH, Plant.Claims.REPORTS));
        Plan twin = Shuffling.shuffled(calm, 7_100_000_001L);
        Map<LotId, LotId> twins = Shuffling.twins(calm, twin);
        Set<LotId> born = Laws.replay(calm, WORLD.happen(calm)).born();
        Set<LotId> bornTwins = Laws.replay(twin, WORLD.happen(twin)).born();
        Laws.same(new Answers(WORLD), born, bornTwins, twins);
        Set<LotId> ofTwins = new TreeSet<>(twins.values());
        assertThatThrownBy(() -> Laws.same(new Forgetful(ofTwins), born, bornTwins, twins))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("forward of");
    }

    private static void assertFound(List<Recorded> wrong, String words) {
        assertThatThrownBy(() -> Laws.replayed(new Answers(WORLD), plan, wrong))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(words);
    }

    private static boolean movesLots(Event event) {
        return event instanceof Event.Moved moved && !moved.lines().isEmpty();
    }

    /** Says whether an input went into all that its run yielded. */
    private static boolean isLinked(Event event) {
        return event instanceof Event.Consumed fed
                && fed.inputs().stream().allMatch(input -> input.into().isEmpty())
                && effects().stream()
                        .anyMatch(e -> e instanceof Event.Produced made
                                && made.run().id().equals(fed.run().id()));
    }

    private static boolean reaches(Event.Held held) {
        return held.descent() == Descent.WITH_DESCENDANTS
                && held.reach() instanceof Reach.Sublot(var lot)
                && Laws.replay(plan, recorded)
                                .forward(Set.of(lot.first()), true)
                                .size()
                        > 1;
    }

    private static List<Event> effects() {
        return Replay.standing(recorded.stream().map(Recorded::event).toList());
    }

    /** Returns what of a kind no correction names. */
    private static List<Recorded> standing(Predicate<Event> kind) {
        Set<EventId> corrected = new HashSet<>();
        for (Recorded one : recorded) {
            if (one.event() instanceof Event.Corrected c) corrected.add(c.corrects());
        }
        return recorded.stream()
                .filter(r ->
                        kind.test(r.event()) && !corrected.contains(r.event().id()))
                .toList();
    }

    private static List<Recorded> without(Recorded lost) {
        return recorded.stream().filter(r -> r != lost).toList();
    }

    /** One place has one more than came to it. */
    private static class More extends Answers {
        More() {
            super(WORLD);
        }

        @Override
        Map<LotId, Map<String, BigDecimal>> stock(Collection<Lot> lots) {
            Map<LotId, Map<String, BigDecimal>> stock = super.stock(lots);
            Map.Entry<LotId, Map<String, BigDecimal>> any = new TreeMap<>(stock).firstEntry();
            any.getValue().merge("at:nowhere", BigDecimal.ONE, BigDecimal::add);
            return stock;
        }
    }

    /** Forward, what is reached last is left out. */
    private static class ForwardLosesOne extends Answers {
        ForwardLosesOne() {
            super(WORLD);
        }

        @Override
        Set<LotId> trace(Question question) {
            TreeSet<LotId> reached = new TreeSet<>(super.trace(question));
            if (question.direction() == Direction.FORWARD && reached.size() > 1) {
                reached.remove(reached.last());
            }
            return reached;
        }
    }

    /** Questions about the past are answered as of today. */
    private static class Foresight extends Answers {
        Foresight() {
            super(WORLD);
        }

        @Override
        Set<LotId> trace(Question question) {
            return super.trace(question.asOf(AsOf.now()));
        }
    }

    /** Holds are on what they name and on nothing else. */
    private static class HoldStopsShort extends Answers {
        HoldStopsShort() {
            super(WORLD);
        }

        @Override
        Set<HoldCode> on(Lot lot) {
            return Set.of();
        }
    }

    /** The later story reaches nothing but the lot itself. */
    private static class Forgetful extends Answers {
        private final Set<LotId> those;

        Forgetful(Set<LotId> those) {
            super(WORLD);
            this.those = those;
        }

        @Override
        Set<LotId> trace(Question question) {
            LotId root = question.roots().getFirst().first();
            return those.contains(root) ? Set.of(root) : super.trace(question);
        }
    }
}
