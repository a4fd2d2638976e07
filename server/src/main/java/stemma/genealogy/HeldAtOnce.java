package stemma.genealogy;

import stemma.identifiers.HoldCode;
import stemma.identifiers.Portion;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.RunId;
import stemma.ledger.Birth;
import stemma.ledger.Descent;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Link;
import stemma.ledger.Place;
import stemma.ledger.Reach;
import stemma.ledger.ResourceUse;
import stemma.ledger.Undo;
import stemma.stock.Hold;
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
    private final Map<RunId, Set<HoldCode>> heldRuns = new HashMap<>();
    private final Set<String> sameMaterial = new HashSet<>();
    private final Set<String> reclaiming = new HashSet<>();
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

    /**
     * Takes in an event that stands; a hold marks what it reaches, and later what comes to be so.
     */
    void stands(Event event) {
        if (event instanceof Event.Held held) hold(held);
        for (Hold hold : stock.inForce()) if (isMadeOf(hold, event)) made(hold, event);
        for (Link link : Facts.links(event)) {
            if (link instanceof Link.Fed(var run, var likeness, var _, var _, var _)
                    && likeness == Link.Likeness.SAME_MATERIAL
                    && sameMaterial.add("run:" + run)) {
                undo.step(() -> sameMaterial.remove("run:" + run));
            }
        }
        String own = "run:" + Facts.ownRun(event.id());
        if (event instanceof Event.Removed && reclaiming.add(own)) {
            undo.step(() -> reclaiming.remove(own));
        }
        for (ResourceUse use : event.circumstances().resources()) {
            List<Portion> all = touched.computeIfAbsent(use.resource(), _ -> new ArrayList<>());
            for (Birth birth : Facts.births(event)) {
                all.add(birth.of(event.id()));
                undo.step(all::removeLast);
            }
        }
    }

    /** Says whether what the event brings to be comes from a run or a resource that is held. */
    private static boolean makesOf(Reach reach, Event event) {
        return switch (reach) {
            case Reach.Yield(var run) ->
                event instanceof Event.OfRun e && e.run().id().equals(run);
            case Reach.Touched(var resource, var window) ->
                isBy(resource, event)
                        && !event.circumstances().occurredAt().isBefore(window)
                        && !window.isBefore(event.circumstances().occurredAt());
            case Reach.Family _, Reach.Sublot _, Reach.Content _, Reach.Standing _ -> false;
        };
    }

    private boolean isMadeOf(Hold hold, Event event) {
        return makesOf(hold.reach(), event)
                || event instanceof Event.OfRun e
                        && heldRuns.getOrDefault(e.run().id(), Set.of()).contains(hold.code());
    }

    private static boolean isBy(ResourceCode resource, Event event) {
        return event instanceof Event.OfRun e && resource.equals(e.run().line())
                || event instanceof Event.OfVessel v && resource.equals(v.vessel())
                || event.circumstances().resources().stream()
                        .anyMatch(use -> use.resource().equals(resource));
    }

    /** A run that a held resource touched is held whole, whatever of it comes later. */
    private void made(Hold hold, Event event) {
        for (Birth birth : Facts.births(event)) stock.mark(hold.code(), birth.of(event.id()));
        if (!(event instanceof Event.OfRun e)) return;
        outputs.getOrDefault("run:" + e.run().id(), List.of())
                .forEach(lot -> stock.mark(hold.code(), lot));
        Set<HoldCode> all = heldRuns.computeIfAbsent(e.run().id(), _ -> new HashSet<>());
        if (all.add(hold.code())) undo.step(() -> all.remove(hold.code()));
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
        boolean isPart = isSame || reclaiming.contains(node);
        boolean down = isPart || held.descent() == Descent.WITH_DESCENDANTS;
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
