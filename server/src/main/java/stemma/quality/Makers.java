package stemma.quality;

import stemma.identifiers.ActorId;
import stemma.identifiers.EventId;
import stemma.identifiers.Portion;
import stemma.identifiers.RunId;
import stemma.ledger.Event;
import stemma.ledger.History;
import stemma.ledger.Line;
import stemma.ledger.Recorded;
import stemma.ledger.ReturnLine;
import stemma.ledger.Undo;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whose hands recorded the making of lots: who recorded the yield, and who recorded what went into
 * its run. What was split off, put together, came back or was reclaimed was made by those who made
 * what it was before.
 */
final class Makers {
    private final Map<EventId, ActorId> hands = new HashMap<>();
    private final Map<EventId, RunId> runs = new HashMap<>();
    private final Map<RunId, Set<ActorId>> feeders = new HashMap<>();
    private final Map<EventId, Set<EventId>> before = new HashMap<>();

    private Makers() {}

    static Makers of(Collection<EventId> births, History history) {
        return of(births, history, List.of());
    }

    /** Does so where some of the births may be among these events, which are not recorded yet. */
    static Makers of(Collection<EventId> births, History history, Collection<Event> now) {
        Makers all = new Makers();
        Map<EventId, Event> unrecorded = new HashMap<>();
        now.forEach(event -> unrecorded.put(event.id(), event));
        Set<EventId> seen = new HashSet<>(births);
        Set<EventId> frontier = new HashSet<>(births);
        // A birth is followed once, so this ends.
        while (!frontier.isEmpty()) {
            Set<EventId> next = new HashSet<>();
            for (EventId birth : frontier)
                if (unrecorded.get(birth) instanceof Event event)
                    next.addAll(all.read(event, history));
            for (Recorded born : history.read(frontier)) {
                if (isMaking(born.event()))
                    all.hands.put(born.event().id(), born.author().actor());
                next.addAll(all.read(born.event(), history));
            }
            next.removeIf(birth -> !seen.add(birth));
            frontier = next;
        }
        return all;
    }

    private Set<EventId> read(Event born, History history) {
        EventId id = born.id();
        switch (born) {
            case Event.Produced made -> {
                RunId run = made.run().id();
                runs.put(id, run);
                feeders.computeIfAbsent(run, _ -> feeders(run, history));
                return Set.of();
            }
            case Event.Drawn _ -> {
                return Set.of();
            }
            case Event.Split split -> {
                return from(id, List.of(split.from().lot()));
            }
            case Event.Merged merged -> {
                return from(id, merged.from().stream().map(Line::lot).toList());
            }
            case Event.Returned returned -> {
                return from(id, returned.lines().stream().map(ReturnLine::of).toList());
            }
            case Event.Removed removed -> {
                return from(id, List.of(Portion.of(removed.unit())));
            }
            case Event.Opened _,
                    Event.Received _,
                    Event.Moved _,
                    Event.Adjusted _,
                    Event.Consumed _,
                    Event.Filled _,
                    Event.Emptied _,
                    Event.Cleaned _,
                    Event.Packed _,
                    Event.Unpacked _,
                    Event.Installed _,
                    Event.Sampled _,
                    Event.Shipped _,
                    Event.Delivered _,
                    Event.ReturnedToSupplier _,
                    Event.Scrapped _,
                    Event.Destroyed _,
                    Event.Judged _,
                    Event.Held _,
                    Event.HoldLifted _,
                    Event.Identified _,
                    Event.PassportChanged _,
                    Event.Corrected _ -> {
                return Set.of();
            }
        }
    }

    private static boolean isMaking(Event event) {
        return event instanceof Event.Produced || event instanceof Event.Drawn;
    }

    private Set<EventId> from(EventId id, List<Portion> sources) {
        Set<EventId> births = new HashSet<>();
        for (Portion source : sources) births.add(source.first().birth());
        before.put(id, births);
        return births;
    }

    private static Set<ActorId> feeders(RunId run, History history) {
        Set<ActorId> hands = new LinkedHashSet<>();
        for (Recorded recorded : history.ofDocument(run.code())) {
            if (recorded.event() instanceof Event.Consumed fed && fed.run().id().equals(run))
                hands.add(recorded.author().actor());
        }
        return hands;
    }

    /** Takes note that somebody tells an event of this append, which stands. */
    void note(Event event, ActorId by, Undo undo) {
        if (isMaking(event)) undo.put(hands, event.id(), by);
        if (event instanceof Event.Consumed fed
                && feeders.get(fed.run().id()) instanceof Set<ActorId> fedBy
                && fedBy.add(by)) undo.step(() -> fedBy.remove(by));
    }

    /** Says whether that person had a hand in the making of the lot. */
    boolean made(Portion lot, ActorId person) {
        Set<EventId> seen = new HashSet<>();
        Set<EventId> frontier = Set.of(lot.first().birth());
        while (!frontier.isEmpty()) {
            Set<EventId> next = new HashSet<>();
            for (EventId birth : frontier) {
                if (hadAHand(birth, person)) return true;
                if (seen.add(birth)) next.addAll(before.getOrDefault(birth, Set.of()));
            }
            frontier = next;
        }
        return false;
    }

    private boolean hadAHand(EventId birth, ActorId person) {
        RunId run = runs.get(birth);
        return person.equals(hands.get(birth))
                || run != null && feeders.getOrDefault(run, Set.of()).contains(person);
    }
}
