package stemma.inquiry;

import org.jspecify.annotations.Nullable;

import stemma.genealogy.Reached;
import stemma.genealogy.TraceNode;
import stemma.genealogy.TracedRun;
import stemma.identifiers.EventId;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.Portion;
import stemma.identifiers.ResourceCode;
import stemma.identifiers.ShipToCode;
import stemma.ledger.Birth;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Link;
import stemma.ledger.Movement;
import stemma.ledger.Place;
import stemma.ledger.Recorded;
import stemma.ledger.Run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What entries learned between two moments say and end, found by what they are about. What a
 * correction ends and says again just so has not changed.
 */
final class Learned {
    /** That a lot went into a run or vessel, or came out of it. */
    private record Statement(String maker, boolean into, Portion lot) {}

    private record Said(Statement statement, Object exactly, long seq) {}

    private record Moved(Portion lot, long seq) {}

    private final Map<String, List<Said>> byMaker = new HashMap<>();
    private final Map<String, Set<Long>> byMakerNamed = new HashMap<>();
    private final Map<String, Set<Long>> byLine = new HashMap<>();
    private final Map<EventId, List<Moved>> births = new HashMap<>();
    private final Map<EventId, List<Moved>> moved = new HashMap<>();
    private final Map<EventId, List<Moved>> passports = new HashMap<>();
    private final Map<String, Set<Long>> byShipment = new HashMap<>();
    private final Map<String, Set<Long>> byPartner = new HashMap<>();

    Learned(List<Recorded> entries) {
        for (Recorded entry : entries) {
            Event said = entry.effect();
            Event ended = entry.undone() == null ? null : entry.undone().effect();
            statements(said, ended, entry.seq());
            movements(said, ended, entry.seq());
            for (Event event : new @Nullable Event[] {said, ended})
                if (event != null) named(event, entry.seq());
        }
    }

    private void statements(@Nullable Event said, @Nullable Event ended, long seq) {
        Set<Said> now = said(said, seq);
        Set<Said> before = said(ended, seq);
        Set<Said> same = new HashSet<>(now);
        same.retainAll(before);
        now.addAll(before);
        now.removeAll(same);
        for (Said one : now)
            byMaker.computeIfAbsent(one.statement().maker(), _ -> new ArrayList<>())
                    .add(one);
    }

    private static Set<Said> said(@Nullable Event event, long seq) {
        Set<Said> all = new HashSet<>();
        if (event == null) return all;
        for (Link link : Facts.links(event)) {
            String maker = maker(link);
            boolean into = isInto(link);
            all.add(new Said(new Statement(maker, into, link.lot()), link, seq));
            if (link instanceof Link.Fed fed)
                for (Portion output : fed.into())
                    all.add(new Said(new Statement(maker, false, output), link, seq));
        }
        return all;
    }

    private static String maker(Link link) {
        return switch (link) {
            case Link.Fed fed -> Seen.run(fed.run().code());
            case Link.Yielded yielded -> Seen.run(yielded.run().code());
            case Link.FilledInto filled -> Seen.vessel(filled.vessel().code());
            case Link.DrawnFrom drawn -> Seen.vessel(drawn.vessel().code());
        };
    }

    private static boolean isInto(Link link) {
        return switch (link) {
            case Link.Fed _, Link.FilledInto _ -> true;
            case Link.Yielded _, Link.DrawnFrom _ -> false;
        };
    }

    /** Only movements that bring a lot to another stage change what is told of it. */
    private void movements(@Nullable Event said, @Nullable Event ended, long seq) {
        List<Movement> now = said == null ? List.of() : Facts.movements(said);
        List<Movement> before = ended == null ? List.of() : Facts.movements(ended);
        for (Movement one : now) if (!before.contains(one)) movement(one, seq);
        for (Movement one : before) if (!now.contains(one)) movement(one, seq);
        for (Event event : new @Nullable Event[] {said, ended}) {
            if (event == null) continue;
            for (Birth birth : Facts.births(event)) add(births, birth.of(event.id()), seq);
            if (event instanceof Event.PassportChanged changed) add(passports, changed.lot(), seq);
        }
    }

    private void movement(Movement movement, long seq) {
        for (Place place : List.of(movement.from(), movement.to())) {
            if (place instanceof Place.OfCustomer(var partner, var shipTo))
                add(byPartner, consignee(partner, shipTo), seq);
            if (place instanceof Place.InTransit(var shipment))
                add(byShipment, shipment.code(), seq);
        }
        if (!Stage.of(movement.from(), false).equals(Stage.of(movement.to(), false)))
            add(moved, movement.lot(), seq);
    }

    private void named(Event event, long seq) {
        if (event instanceof Event.Consumed consumed) named(consumed.run(), seq);
        if (event instanceof Event.Produced produced) named(produced.run(), seq);
        if (event instanceof Event.Emptied emptied)
            add(byMakerNamed, Seen.vessel(emptied.vessel().code()), seq);
        if (event instanceof Event.Shipped shipped)
            add(byPartner, consignee(shipped.consignee(), shipped.shipTo()), seq);
    }

    private void named(Run run, long seq) {
        add(byMakerNamed, Seen.run(run.id().code()), seq);
        if (run.line() != null) add(byLine, run.line().code(), seq);
    }

    private static String consignee(PartnerCode partner, @Nullable ShipToCode shipTo) {
        return shipTo == null ? partner.code() : partner + "/" + shipTo;
    }

    private static void add(Map<String, Set<Long>> to, String key, long seq) {
        to.computeIfAbsent(key, _ -> new TreeSet<>()).add(seq);
    }

    private static void add(Map<EventId, List<Moved>> to, Portion lot, long seq) {
        to.computeIfAbsent(lot.first().birth(), _ -> new ArrayList<>()).add(new Moved(lot, seq));
    }

    /**
     * Returns which entries state or end just that link. That a lot is of stock which nobody keeps
     * apart is stated by whatever let it begin to exist.
     */
    Set<Long> ofLink(TraceNode from, TraceNode to) {
        Set<Long> found = new TreeSet<>();
        boolean into = from instanceof Reached;
        TraceNode maker = into ? to : from;
        TraceNode end = into ? from : to;
        if (!(end instanceof Reached lot)) return found;
        if (Seen.isPool(maker)) return ofBirth(lot.portion());
        for (Said said : byMaker.getOrDefault(Seen.key(maker), List.of()))
            if (said.statement().into() == into && said.statement().lot().overlaps(lot.portion()))
                found.add(said.seq());
        return found;
    }

    /**
     * Returns which entries say something of the run or vessel of a link that is derived: else of
     * one of its two runs, else of what ran on their line.
     */
    Set<Long> ofMakers(TraceNode from, TraceNode to) {
        Set<Long> found = new TreeSet<>();
        for (TraceNode node : List.of(from, to)) {
            byMaker.getOrDefault(Seen.key(node), List.of()).forEach(said -> found.add(said.seq()));
            found.addAll(byMakerNamed.getOrDefault(Seen.key(node), Set.of()));
        }
        if (!found.isEmpty()) return found;
        for (TraceNode node : List.of(from, to)) {
            ResourceCode line = node instanceof TracedRun run ? run.line() : null;
            if (line != null) found.addAll(byLine.getOrDefault(line.code(), Set.of()));
        }
        return found;
    }

    /** Returns which entries let the lot begin to exist, or say that it never did. */
    Set<Long> ofBirth(Portion lot) {
        return of(births, lot);
    }

    /** Returns which entries brought some of the lot to another stage, or say that they did not. */
    Set<Long> ofAmounts(Portion lot) {
        return of(moved, lot);
    }

    /** Returns which entries may say how the lot is called. */
    Set<Long> ofPassport(Portion lot) {
        Set<Long> found = new TreeSet<>(of(births, lot));
        found.addAll(of(passports, lot));
        return found;
    }

    Set<Long> ofShipment(String code) {
        return byShipment.getOrDefault(code, Set.of());
    }

    /** Returns which entries send something to that consignee, or bring it from there. */
    Set<Long> ofConsignee(Consignee consignee) {
        return byPartner.getOrDefault(consignee.key(), Set.of());
    }

    private static Set<Long> of(Map<EventId, List<Moved>> some, Portion lot) {
        Set<Long> found = new TreeSet<>();
        for (Moved one : some.getOrDefault(lot.first().birth(), List.of()))
            if (one.lot().overlaps(lot)) found.add(one.seq());
        return found;
    }
}
