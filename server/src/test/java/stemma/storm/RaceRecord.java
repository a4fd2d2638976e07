package stemma.storm;

import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.identifiers.RunId;
import stemma.ledger.Birth;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Link;
import stemma.ledger.Recorded;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the record of a race says, told from the events alone. */
record RaceRecord(List<Recorded> events) {
    RaceRecord {
        events = List.copyOf(events);
    }

    /** Returns the seq of an event, or nothing can be before it where it was not recorded. */
    long seq(Event event) {
        return events.stream()
                .filter(one -> one.event().id().equals(event.id()))
                .mapToLong(Recorded::seq)
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }

    boolean stands(Event event) {
        return seq(event) != Long.MAX_VALUE;
    }

    /** Returns the seqs of what took some of the lots away: shipments and uses. */
    List<Long> taken(Set<LotId> lots) {
        return events.stream()
                .filter(one -> one.event() instanceof Event.Shipped e
                                && e.lines().stream().anyMatch(l -> of(lots, l.lot()))
                        || one.event() instanceof Event.Consumed c
                                && c.inputs().stream().anyMatch(i -> of(lots, i.lot())))
                .map(Recorded::seq)
                .toList();
    }

    private static boolean of(Set<LotId> lots, Portion portion) {
        return lots.contains(portion.first());
    }

    /** Returns the lot with all that came of it by links of these and earlier events. */
    Set<LotId> cameOf(LotId root, List<Event> earlier) {
        List<Event> all = new ArrayList<>(earlier);
        events.forEach(one -> all.add(one.event()));
        Map<RunId, Set<LotId>> fed = new HashMap<>();
        Map<RunId, Set<LotId>> yielded = new HashMap<>();
        for (Event event : all) {
            for (Link link : Facts.links(event)) {
                switch (link) {
                    case Link.Fed f -> add(fed, f.run(), f.lot());
                    case Link.Yielded y -> add(yielded, y.run(), y.lot());
                    case Link.FilledInto _, Link.DrawnFrom _ -> {}
                }
            }
        }
        Set<LotId> reached = new HashSet<>(Set.of(root));
        boolean grows = true;
        while (grows) {
            grows = false;
            for (var run : fed.entrySet()) {
                if (run.getValue().stream().noneMatch(reached::contains)) continue;
                grows |= reached.addAll(yielded.getOrDefault(run.getKey(), Set.of()));
            }
        }
        return reached;
    }

    private static void add(Map<RunId, Set<LotId>> to, RunId run, Portion lot) {
        to.computeIfAbsent(run, _ -> new HashSet<>()).add(lot.first());
    }

    /** Returns which of the events brought forth lots by splitting, with their seqs. */
    Map<LotId, Long> parts() {
        Map<LotId, Long> parts = new HashMap<>();
        for (Recorded one : events) {
            if (!(one.event() instanceof Event.Split split)) continue;
            for (Birth birth : split.into()) parts.put(birth.of(split.id()).first(), one.seq());
        }
        return parts;
    }
}
