package stemma.quality;

import stemma.identifiers.EventId;
import stemma.identifiers.Portion;
import stemma.ledger.Birth;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Line;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The births of one append, which are not recorded yet: what they are parts of, and which of them
 * call for an inspection that is not open yet. What is sent in one breath is judged as if it had
 * been sent in two.
 */
record BornNow(Map<EventId, List<Portion>> sources, List<Portion> called) {
    static final BornNow NOTHING = new BornNow(Map.of(), List.of());

    static BornNow of(List<Event> born, InspectedBirths inspected, Instant now) {
        Map<EventId, List<Portion>> sources = new HashMap<>();
        List<Portion> called = new ArrayList<>();
        for (Event event : born) {
            List<Portion> from = sources(event);
            if (!from.isEmpty()) sources.put(event.id(), from);
            for (Birth birth : Facts.births(event))
                if (inspected.against(event, birth, now) != null) called.add(birth.of(event.id()));
        }
        return new BornNow(sources, called);
    }

    /** Returns what the event makes sibling lots of: the same material under its inspections. */
    static List<Portion> sources(Event event) {
        if (event instanceof Event.Split split) return List.of(split.from().lot());
        if (event instanceof Event.Merged merged)
            return merged.from().stream().map(Line::lot).toList();
        return List.of();
    }

    /** Returns the lots and all that they are made siblings of in this append. */
    Set<Portion> origins(Collection<Portion> lots) {
        Set<Portion> all = new LinkedHashSet<>(lots);
        Set<Portion> frontier = all;
        // Each portion is followed once, so this ends.
        while (!frontier.isEmpty()) {
            Set<Portion> next = new HashSet<>();
            for (Portion lot : frontier)
                next.addAll(sources.getOrDefault(lot.first().birth(), List.of()));
            next.removeAll(all);
            all.addAll(next);
            frontier = next;
        }
        return all;
    }

    /** Says whether any of the lots calls for an inspection that opens with this append. */
    boolean calls(Collection<Portion> lots) {
        return lots.stream().anyMatch(lot -> called.stream().anyMatch(lot::overlaps));
    }
}
