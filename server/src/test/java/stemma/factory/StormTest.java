package stemma.factory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import stemma.identifiers.LotId;
import stemma.ledger.Birth;
import stemma.ledger.Claim;
import stemma.ledger.Event;
import stemma.ledger.EventJson;
import stemma.ledger.Facts;
import stemma.ledger.Recorded;
import stemma.ledger.Rule;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Thirty-two hands tell everything that happens in a factory, at once and on the same few lots. */
class StormTest {
    private static final int HANDS = 32;
    private static final int STORMS = Integer.getInteger("stemma.storms", 4);
    private static final int FIRST = Integer.getInteger("stemma.firstStorm", 1);
    private static final int CONTROLS = 4;
    private static final int LENGTH = 150;
    private static final long SALTS = 7_000_000_000L;
    private final Map<String, Integer> kinds = new TreeMap<>();
    private final Map<String, Integer> codes = new TreeMap<>();

    @Test
    void everything_is_recorded_or_refused_and_the_books_are_the_record() {
        for (int seed = FIRST; seed < FIRST + STORMS; seed++) {
            try (PlantWorld world = new PlantWorld()) {
                storm(world, Plan.of(seed, SALTS + seed, LENGTH, Plant.Claims.MIXED));
            }
        }
        System.out.println("recorded " + kinds + "\nrefused " + codes);
        assertThat(codes).containsKeys("lot_is_held", "not_enough");
        if (STORMS >= 4) assertThat(kinds).hasSizeGreaterThan(20);
    }

    private void storm(PlantWorld world, Plan plan) {
        world.happen(plan.keeping(new BitSet()));
        Storm storm = new Storm(plan);
        storm.blow(world, HANDS);
        List<Event> told = storm.recorded().stream().map(Recorded::event).toList();
        assertThat(events(world)).as("recorded of " + plan.seed()).isEqualTo(told.size());
        assertThat(storm.refused().keySet()).allSatisfy(Rule::of);
        Replay replay = Replay.of(told, plan.codes()::isPool);
        StockFold.check(new Answers(world), replay);
        HoldsReach.check(new Answers(world), replay);
        assertThat(Escapes.in(told, plan.codes()::isPool))
                .as("of " + plan.seed())
                .isEmpty();
        world.seal();
        assertThat(world.proven())
                .as("proven of " + plan.seed())
                .allSatisfy(rule -> assertThat(rule.findings()).as(rule.word()).isEmpty());
        told.forEach(event -> kinds.merge(EventJson.kind(event), 1, Integer::sum));
        storm.refused().forEach((code, times) -> codes.merge(code, times, Integer::sum));
    }

    /** The control: the same record, told as if a hold had been there before, holds escapes. */
    @Test
    void an_intent_after_a_hold_would_be_found() {
        int found = 0;
        for (int seed = 1; seed <= CONTROLS; seed++) {
            Plan plan = Plan.of(seed, SALTS + 2L * seed, LENGTH, Plant.Claims.MIXED);
            List<Event> told;
            try (PlantWorld world = new PlantWorld()) {
                told = world.happen(plan).stream().map(Recorded::event).toList();
            }
            Optional<Event.Consumed> last = lastUse(told, plan);
            if (last.isEmpty()) continue;
            found++;
            Event.Consumed used = last.get();
            List<Event> heldBefore = new ArrayList<>(told);
            heldBefore.add(
                    told.indexOf(used), Storm.holdOn(used.inputs().getFirst().lot(), used));
            assertThat(Escapes.in(heldBefore, plan.codes()::isPool))
                    .anyMatch(escape -> escape.startsWith(used.id().toString()));
        }
        assertThat(found).isPositive();
    }

    /** Returns the last intent to use a lot that is no pool. */
    private static Optional<Event.Consumed> lastUse(List<Event> told, Plan plan) {
        Set<LotId> pools = new HashSet<>();
        for (Event event : told)
            for (Birth birth : Facts.births(event))
                if (plan.codes().isPool(birth.passport().item()))
                    pools.add(birth.of(event.id()).first());
        return told.stream()
                .filter(event -> event.circumstances().claim() == Claim.INTENT)
                .filter(Event.Consumed.class::isInstance)
                .map(Event.Consumed.class::cast)
                .filter(used -> !pools.contains(used.inputs().getFirst().lot().first()))
                .reduce((earlier, later) -> later);
    }

    private static long events(PlantWorld world) {
        return world.app
                .sql("select count(*) from journal.entry where kind = 1")
                .query(Long.class)
                .single();
    }
}
