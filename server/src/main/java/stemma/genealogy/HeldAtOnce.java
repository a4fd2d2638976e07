package stemma.genealogy;

import stemma.identifiers.HoldCode;
import stemma.identifiers.Portion;
import stemma.identifiers.ResourceCode;
import stemma.ledger.Birth;
import stemma.ledger.Descent;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Link;
import stemma.ledger.Place;
import stemma.ledger.Reach;
import stemma.ledger.ResourceUse;
import stemma.ledger.Undo;
import stemma.stock.StockBook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A hold holds all that it reaches before the next event of the same append is judged: what the
 * record says it reaches, and what was made in this append before it. Once it is recorded,
 * {@link Spreading} goes on.
 */
final class HeldAtOnce {
    private final StockBook stock;
    private final Map<String, List<Portion>> inputs;
    private final Map<String, List<Portion>> outputs;
    private final Undo undo;
    private final Map<ResourceCode, List<Portion>> touched = new HashMap<>();
    private final Set<String> sameMaterial = new HashSet<>();
    private Function<Event.Held, List<Portion>> recorded = _ -> List.of();

    HeldAtOnce(
            StockBook stock,
            Map<String, List<Portion>> inputs,
            Map<String, List<Portion>> outputs,
            Undo undo) {
        this.stock = stock;
        this.inputs = inputs;
        this.outputs = outputs;
        this.undo = undo;
    }

    /** Takes in how to find what the record says that a hold of this append reaches. */
    void recorded(Function<Event.Held, List<Portion>> reached) {
        recorded = reached;
    }

    /** Takes in an event that stands; a hold marks what it reaches. */
    void stands(Event event) {
        if (event instanceof Event.Held held) hold(held);
        for (Link link : Facts.links(event)) {
            if (link instanceof Link.Fed(var run, var likeness, var _, var _, var _)
                    && likeness == Link.Likeness.SAME_MATERIAL
                    && sameMaterial.add("run:" + run)) {
                undo.step(() -> sameMaterial.remove("run:" + run));
            }
        }
        for (ResourceUse use : event.circumstances().resources()) {
            List<Portion> all = touched.computeIfAbsent(use.resource(), _ -> new ArrayList<>());
            for (Birth birth : Facts.births(event)) {
                all.add(birth.of(event.id()));
                undo.step(all::removeLast);
            }
        }
    }

    private void hold(Event.Held held) {
        recorded.apply(held).forEach(lot -> stock.mark(held.hold(), lot));
        named(held.reach()).forEach(lot -> stock.mark(held.hold(), lot));
        boolean goesFurther = true;
        while (goesFurther) {
            goesFurther = false;
            for (String node : inputs.keySet()) goesFurther |= goesFurther(held, node);
        }
    }

    /** Whenever in its window a resource touched what this append made of it: doubt holds. */
    private List<Portion> named(Reach reach) {
        return switch (reach) {
            case Reach.Yield(var run) -> outputs.getOrDefault("run:" + run, List.of());
            case Reach.Touched(var resource, var _) -> touched.getOrDefault(resource, List.of());
            case Reach.Family _, Reach.Sublot _, Reach.Content _, Reach.Standing _ -> List.of();
        };
    }

    /** Each round of them all marks one more lot of this append at least, or is the last. */
    private boolean goesFurther(Event.Held held, String node) {
        List<Portion> taken = inputs.getOrDefault(node, List.of());
        List<Portion> given = outputs.getOrDefault(node, List.of());
        boolean isSame = sameMaterial.contains(node);
        boolean down = isSame || held.descent() == Descent.WITH_DESCENDANTS;
        boolean up = isSame && held.reach() instanceof Reach.Family;
        return down && holds(held.hold(), taken, given) | up && holds(held.hold(), given, taken);
    }

    private boolean holds(HoldCode hold, List<Portion> from, List<Portion> to) {
        if (from.stream().noneMatch(lot -> isHeld(hold, lot))) return false;
        List<Portion> free = to.stream().filter(lot -> !isHeld(hold, lot)).toList();
        free.forEach(lot -> stock.mark(hold, lot));
        return !free.isEmpty();
    }

    private boolean isHeld(HoldCode hold, Portion lot) {
        return stock.reaching(lot, Place.Beyond.BEFORE_RECORDS).stream()
                .anyMatch(reaching -> reaching.code().equals(hold));
    }
}
