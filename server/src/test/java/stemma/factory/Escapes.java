package stemma.factory;

import stemma.identifiers.HoldCode;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.ledger.Birth;
import stemma.ledger.Descent;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Movement;
import stemma.ledger.Reach;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Intents that used or shipped what a hold, by all that was recorded before them, already reached:
 * itself or, where it goes to descendants, what descends from it.
 */
final class Escapes {
    private final List<Event> recorded;
    private final Predicate<ItemCode> pools;
    private final Set<LotId> ofPools = new HashSet<>();

    private Escapes(List<Event> recorded, Predicate<ItemCode> pools) {
        this.recorded = recorded;
        this.pools = pools;
        for (Event event : recorded) {
            for (Birth birth : Facts.births(event))
                if (pools.test(birth.passport().item()))
                    ofPools.add(birth.of(event.id()).first());
        }
    }

    static List<String> in(List<Event> recorded, Predicate<ItemCode> pools) {
        return new Escapes(recorded, pools).all();
    }

    private List<String> all() {
        List<String> escaped = new ArrayList<>();
        for (int i = 0; i < recorded.size(); i++) {
            Event event = recorded.get(i);
            if (event.circumstances().isReport() || !takesAway(event)) continue;
            List<Event> before = recorded.subList(0, i);
            Map<HoldCode, Event.Held> holds = inForce(before);
            if (holds.isEmpty()) continue;
            Set<LotId> used = used(event);
            Replay then = Replay.of(before, pools);
            for (Event.Held held : holds.values()) {
                Set<LotId> reached = reached(held, then);
                reached.retainAll(used);
                if (!reached.isEmpty())
                    escaped.add(event.id() + " took " + reached + " in spite of " + held);
            }
        }
        return escaped;
    }

    private static boolean takesAway(Event event) {
        return event instanceof Event.Consumed
                || event instanceof Event.Filled
                || event instanceof Event.Merged
                || event instanceof Event.Installed
                || event instanceof Event.Shipped;
    }

    private static Map<HoldCode, Event.Held> inForce(List<Event> before) {
        Map<HoldCode, Event.Held> holds = new HashMap<>();
        List<Event> standing = Replay.standing(before);
        for (Event event : standing)
            if (event instanceof Event.Held held && held.reach() instanceof Reach.Sublot)
                holds.put(held.hold(), held);
        for (Event event : standing)
            if (event instanceof Event.HoldLifted lifted) holds.remove(lifted.hold());
        return holds;
    }

    private Set<LotId> used(Event event) {
        Set<LotId> born = new HashSet<>();
        for (Birth birth : Facts.births(event)) born.addAll(units(birth.of(event.id())));
        Set<LotId> used = new HashSet<>();
        for (Movement movement : Facts.movements(event)) used.addAll(units(movement.lot()));
        used.removeAll(born);
        used.removeAll(ofPools);
        return used;
    }

    private static Set<LotId> reached(Event.Held held, Replay then) {
        Set<LotId> named = units(((Reach.Sublot) held.reach()).lot());
        if (held.descent() == Descent.WITH_DESCENDANTS) return then.forward(named, true);
        return named;
    }

    private static Set<LotId> units(Portion lot) {
        Set<LotId> units = new TreeSet<>();
        for (int i = lot.first().ordinal(); i <= lot.last(); i++)
            units.add(new LotId(lot.first().birth(), i));
        return units;
    }
}
