package stemma.factory;

import stemma.identifiers.EventId;
import stemma.identifiers.LotId;
import stemma.ledger.Birth;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Input;
import stemma.ledger.Touches;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * The same events recorded in another order; only what an event names must be recorded before it.
 */
final class Shuffling {
    private Shuffling() {}

    /** Returns the plan without what may be refused in one order and not in another. */
    static Plan withoutVoiding(Plan plan) {
        Set<EventId> corrections = new HashSet<>();
        List<List<Event>> calm = new ArrayList<>();
        for (List<Event> submission : plan.submissions()) {
            boolean keeps = true;
            for (Event event : submission) {
                if (!(event instanceof Event.Corrected c)) continue;
                keeps = c.replacement() != null && !corrections.contains(c.corrects());
                corrections.add(c.id());
            }
            if (keeps) submission.forEach(event -> calm.add(List.of(event)));
        }
        return new Plan(plan.seed(), plan.codes(), calm);
    }

    /** Returns the same events under another salt, each by itself, in another possible order. */
    static Plan shuffled(Plan calm, long salt) {
        List<Event> waiting = new ArrayList<>(Salting.salted(calm.events(), calm.codes(), salt));
        SplittableRandom random = new SplittableRandom(calm.seed());
        Set<EventId> recorded = new HashSet<>();
        Set<EventId> all = new HashSet<>();
        waiting.forEach(event -> all.add(event.id()));
        List<List<Event>> order = new ArrayList<>();
        while (!waiting.isEmpty()) {
            List<Event> possible = waiting.stream()
                    .filter(event -> named(event).stream()
                            .allMatch(id -> recorded.contains(id) || !all.contains(id)))
                    .toList();
            Event next = possible.get(random.nextInt(possible.size()));
            waiting.remove(next);
            recorded.add(next.id());
            order.add(List.of(next));
        }
        return new Plan(calm.seed(), new Codes(salt), order);
    }

    private static Set<EventId> named(Event event) {
        Set<EventId> named = new HashSet<>();
        Event said = event;
        if (event instanceof Event.Corrected c) {
            said = c.replacement();
        }
        if (said == null) throw new IllegalStateException("a calm plan voids nothing");
        Touches.lots(said).forEach(lot -> named.add(lot.first().birth()));
        if (said instanceof Event.Consumed c) {
            for (Input input : c.inputs())
                input.into().forEach(o -> named.add(o.first().birth()));
        }
        named.remove(event.id());
        named.remove(said.id());
        if (event instanceof Event.Corrected c) named.add(c.corrects());
        return named;
    }

    /** Returns for each lot of a plan the same lot under the other salt. */
    static Map<LotId, LotId> twins(Plan plan, Plan twin) {
        Map<LotId, LotId> twins = new HashMap<>();
        for (Event event : plan.events()) {
            for (Birth birth : Facts.births(event)) {
                if (event instanceof Event.Corrected) continue;
                EventId id =
                        Salting.salted(event.id(), plan.codes(), twin.codes().salt());
                for (int i = birth.ordinal(); i < birth.ordinal() + birth.units(); i++) {
                    twins.put(new LotId(event.id(), i), new LotId(id, i));
                }
            }
        }
        return twins;
    }

    static Set<LotId> of(Set<LotId> lots, Map<LotId, LotId> twins) {
        Set<LotId> found = new TreeSet<>();
        lots.forEach(lot -> found.add(twins.get(lot)));
        return found;
    }
}
