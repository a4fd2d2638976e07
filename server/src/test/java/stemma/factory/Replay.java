package stemma.factory;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.EventId;
import stemma.identifiers.ItemCode;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.ledger.Birth;
import stemma.ledger.Event;
import stemma.ledger.Input;
import stemma.ledger.Line;
import stemma.ledger.Occurrence;
import stemma.ledger.ReturnLine;
import stemma.ledger.Run;
import stemma.ledger.RunBasis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What a list of events means, read naively: unit by unit, every pair of runs and flows compared
 * with every third. It knows no SQL and none of the product's own readings; slow, and easy to
 * believe.
 */
final class Replay {
    private final Predicate<ItemCode> pools;
    private final List<Event> effects = new ArrayList<>();
    private final Map<String, List<Run>> said = new HashMap<>();
    private final Map<String, List<Occurrence>> times = new HashMap<>();
    private final Map<String, List<Flow>> fills = new HashMap<>();
    private final Map<String, List<Flow>> draws = new HashMap<>();
    private final Map<String, List<Occurrence>> emptied = new HashMap<>();
    private final Map<Object, Set<Object>> onward = new LinkedHashMap<>();
    private final Map<Object, Set<Object>> parents = new LinkedHashMap<>();
    private final Set<LotId> born = new TreeSet<>();
    private final Map<LotId, Map<String, BigDecimal>> stock = new TreeMap<>();

    private record Flow(Portion lot, Occurrence at) {}

    private Replay(Predicate<ItemCode> pools) {
        this.pools = pools;
    }

    /** Reads events that all stand, in the order of their recording. */
    static Replay of(List<Event> recorded, Predicate<ItemCode> pools) {
        Replay replay = new Replay(pools);
        replay.effects.addAll(standing(recorded));
        replay.effects.forEach(replay::read);
        replay.carryOver();
        replay.vessels();
        return replay;
    }

    /** Returns what takes effect: each event that no correction names, as corrections left it. */
    static List<Event> standing(List<Event> recorded) {
        Map<EventId, Event> byId = new LinkedHashMap<>();
        Set<EventId> corrected = new HashSet<>();
        for (Event event : recorded) {
            byId.put(event.id(), event);
            if (event instanceof Event.Corrected c) corrected.add(c.corrects());
        }
        List<Event> standing = new ArrayList<>();
        for (Event event : recorded) {
            Event effect = corrected.contains(event.id()) ? null : effect(event, byId);
            if (effect != null) standing.add(effect);
        }
        return standing;
    }

    private static @Nullable Event effect(Event event, Map<EventId, Event> byId) {
        if (!(event instanceof Event.Corrected c)) return event;
        if (c.replacement() != null) return c.replacement();
        Event target = java.util.Objects.requireNonNull(byId.get(c.corrects()));
        if (!(target instanceof Event.Corrected before)) return null;
        return effect(java.util.Objects.requireNonNull(byId.get(before.corrects())), byId);
    }

    /** Returns every unit that may contain any of these, themselves and their material included. */
    Set<LotId> forward(Set<LotId> roots, boolean local) {
        Set<Object> starts = new HashSet<>(roots);
        if (!local) close(starts, parents);
        close(starts, onward);
        return units(starts);
    }

    /**
     * Returns every unit from which one of these is reached: forward, asked of each unit there is.
     */
    Set<LotId> backward(Set<LotId> roots, boolean local) {
        Set<LotId> found = new TreeSet<>();
        for (LotId unit : born) {
            Set<LotId> reached = forward(Set.of(unit), local);
            if (roots.stream().anyMatch(reached::contains)) found.add(unit);
        }
        return found;
    }

    /** Returns what leads directly to what: units, runs, pools, what is left in a line. */
    Map<Object, Set<Object>> onward() {
        return onward;
    }

    Set<LotId> born() {
        return born;
    }

    /** Returns how much of each lot or unit is at each place, nothing left out but zeros. */
    Map<LotId, Map<String, BigDecimal>> stock() {
        stock.values().forEach(places -> places.values().removeIf(amount -> amount.signum() == 0));
        return stock;
    }

    private static void close(Set<Object> reached, Map<Object, Set<Object>> next) {
        List<Object> frontier = new ArrayList<>(reached);
        while (!frontier.isEmpty()) {
            Object node = frontier.removeLast();
            for (Object to : next.getOrDefault(node, Set.of()))
                if (reached.add(to)) frontier.add(to);
        }
    }

    private static Set<LotId> units(Set<Object> nodes) {
        Set<LotId> units = new TreeSet<>();
        for (Object node : nodes) if (node instanceof LotId unit) units.add(unit);
        return units;
    }

    private void read(Event event) {
        switch (event) {
            case Event.Opened e -> e.lots().forEach(b -> birth(e, b, "before_records"));
            case Event.Received e -> e.lots().forEach(b -> birth(e, b, "supplier:" + e.supplier()));
            case Event.Split e -> split(e);
            case Event.Merged e -> merged(e);
            case Event.Consumed e -> consumed(e);
            case Event.Produced e -> {
                said(e.run(), e);
                e.outputs().forEach(b -> birth(e, b, "run:" + e.run().id()));
                e.outputs().forEach(b -> unlink("run:" + e.run().id(), b.of(e.id())));
            }
            case Event.Filled e -> {
                move(e.lines(), "vessel:" + e.vessel());
                e.lines().forEach(l -> flow(fills, e.vessel(), l.lot(), e));
            }
            case Event.Drawn e -> {
                e.lots().forEach(b -> birth(e, b, "vessel:" + e.vessel()));
                e.lots().forEach(b -> flow(draws, e.vessel(), b.of(e.id()), e));
            }
            case Event.Emptied e ->
                emptied.computeIfAbsent(e.vessel().code(), _ -> new ArrayList<>())
                        .add(e.circumstances().occurredAt());
            case Event.Installed e -> {
                move(List.of(e.component()), "unit:" + e.unit());
                link(e.component().lot(), run(e));
                unlink(run(e), Portion.of(e.unit()));
            }
            case Event.Removed e -> removed(e);
            case Event.Returned e -> returned(e);
            case Event.Identified e ->
                part(run(e), Portion.of(e.is()), List.of(Portion.of(e.unknown())));
            case Event.Moved e -> move(e.lines(), e.to().text());
            case Event.Adjusted e ->
                move(e.lot(), e.quantity().amount(), e.from().text(), e.to().text());
            case Event.Packed e -> move(e.lines(), "container:" + e.container());
            case Event.Unpacked e -> move(e.lines(), e.to().text());
            case Event.Sampled e -> move(e.lines(), "sampled");
            case Event.Shipped e -> move(e.lines(), "transit:" + e.shipment());
            case Event.Delivered e -> move(e.lines(), customer(e.consignee(), e.shipTo()));
            case Event.ReturnedToSupplier e -> move(e.lines(), "supplier:" + e.supplier());
            case Event.Scrapped e -> move(e.lines(), "scrap");
            case Event.Destroyed e -> move(e.lines(), "destroyed");
            case Event.Cleaned _,
                    Event.Judged _,
                    Event.Held _,
                    Event.HoldLifted _,
                    Event.PassportChanged _ -> {}
            case Event.Corrected e ->
                throw new IllegalStateException(e.id() + " takes effect itself");
        }
    }

    private void split(Event.Split e) {
        move(List.of(e.from()), run(e));
        e.into().forEach(b -> birth(e, b, run(e)));
        part(run(e), e.from().lot(), e.into().stream().map(b -> b.of(e.id())).toList());
    }

    private void merged(Event.Merged e) {
        move(e.from(), run(e));
        birth(e, e.into(), run(e));
        e.from().forEach(l -> link(l.lot(), run(e)));
        unlink(run(e), e.into().of(e.id()));
    }

    private void consumed(Event.Consumed e) {
        said(e.run(), e);
        String run = "run:" + e.run().id();
        for (Input input : e.inputs()) {
            move(input.lot(), input.quantity().amount(), input.from().text(), run);
            if (input.into().isEmpty()) link(input.lot(), run);
            for (Portion output : input.into()) {
                units(input.lot()).forEach(in -> units(output).forEach(out -> arc(in, out)));
            }
            units(input.lot()).forEach(in -> arc(in, "left " + run));
        }
    }

    private void removed(Event.Removed e) {
        if (e.original() != null && e.to() != null) move(List.of(e.original()), e.to().text());
        if (e.reclaimed() == null) return;
        birth(e, e.reclaimed(), run(e));
        link(Portion.of(e.unit()), run(e));
        unlink(run(e), e.reclaimed().of(e.id()));
    }

    private void returned(Event.Returned e) {
        for (ReturnLine line : e.lines()) {
            Birth as = line.as();
            move(line.of(), as.quantity().amount(), customer(e.customer(), e.shipTo()), run(e));
            birth(e, as, run(e));
            part(run(e) + "/" + as.ordinal(), line.of(), List.of(as.of(e.id())));
        }
    }

    private static String customer(Object partner, @Nullable Object shipTo) {
        return "customer:" + partner + (shipTo == null ? "" : "/" + shipTo);
    }

    private static String run(Event event) {
        return "run:" + event.id();
    }

    private void birth(Event event, Birth birth, String from) {
        Portion lot = birth.of(event.id());
        born.addAll(units(lot));
        move(lot, birth.quantity().amount(), from, birth.to().text());
        if (!pools.test(birth.passport().item())) return;
        String pool =
                "pool " + event.circumstances().site() + " " + birth.passport().item();
        units(lot).forEach(unit -> {
            arc(unit, pool);
            arc(pool, unit);
        });
    }

    private void move(List<Line> lines, String to) {
        lines.forEach(l -> move(l.lot(), l.quantity().amount(), l.from().text(), to));
    }

    private void move(Portion lot, BigDecimal amount, String from, String to) {
        BigDecimal each = lot.count() == 1 ? amount : BigDecimal.ONE;
        for (LotId unit : units(lot)) {
            Map<String, BigDecimal> places = stock.computeIfAbsent(unit, _ -> new TreeMap<>());
            places.merge(from, each.negate(), BigDecimal::add);
            places.merge(to, each, BigDecimal::add);
        }
    }

    private static List<LotId> units(Portion lot) {
        List<LotId> units = new ArrayList<>();
        for (int i = lot.first().ordinal(); i <= lot.last(); i++) {
            units.add(new LotId(lot.first().birth(), i));
        }
        return units;
    }

    private void arc(Object from, Object to) {
        onward.computeIfAbsent(from, _ -> new HashSet<>()).add(to);
    }

    private void link(Portion in, String run) {
        units(in).forEach(unit -> arc(unit, run));
    }

    private void unlink(String run, Portion out) {
        units(out).forEach(unit -> arc(run, unit));
    }

    /** The parts of one material know their whole, so that a question about a part begins there. */
    private void part(String run, Portion whole, List<Portion> parts) {
        link(whole, run);
        for (Portion part : parts) {
            unlink(run, part);
            for (LotId unit : units(part)) {
                parents.computeIfAbsent(unit, _ -> new HashSet<>()).addAll(units(whole));
            }
        }
    }

    private void flow(Map<String, List<Flow>> flows, Object vessel, Portion lot, Event event) {
        flows.computeIfAbsent(vessel.toString(), _ -> new ArrayList<>())
                .add(new Flow(lot, event.circumstances().occurredAt()));
    }

    private void said(Run run, Event event) {
        said.computeIfAbsent("run:" + run.id(), _ -> new ArrayList<>()).add(run);
        times.computeIfAbsent("run:" + run.id(), _ -> new ArrayList<>())
                .add(event.circumstances().occurredAt());
    }

    private void vessels() {
        for (String vessel : fills.keySet()) {
            for (Flow fill : fills.get(vessel)) {
                for (Flow draw : draws.getOrDefault(vessel, List.of())) {
                    boolean apart = emptied.getOrDefault(vessel, List.of()).stream()
                            .anyMatch(e -> fill.at().isBefore(e) && e.isBefore(draw.at())
                                    || draw.at().isBefore(e) && e.isBefore(fill.at()));
                    if (apart) continue;
                    units(fill.lot()).forEach(in -> units(draw.lot()).forEach(out -> arc(in, out)));
                }
            }
        }
    }

    private void carryOver() {
        for (String run : said.keySet()) arc(run, "left " + run);
        for (String earlier : said.keySet()) {
            for (String later : said.keySet()) {
                if (carries(earlier, later)) arc("left " + earlier, later);
            }
        }
    }

    private boolean carries(String earlier, String later) {
        String after = least(later, r -> r.after() == null ? null : "run:" + r.after());
        if (earlier.equals(after)) return true;
        String line = line(later);
        if (earlier.equals(later) || line == null || !line.equals(line(earlier))) return false;
        boolean clear = said.get(later).stream().anyMatch(r -> r.basis() != RunBasis.NONE);
        if (clear || began(later).isBefore(began(earlier))) return false;
        return said.keySet().stream()
                .filter(q -> line.equals(line(q)))
                .noneMatch(
                        q -> began(earlier).isBefore(began(q)) && began(q).isBefore(began(later)));
    }

    private @Nullable String line(String run) {
        return least(run, r -> r.line() == null ? null : r.line().code());
    }

    private @Nullable String least(
            String run, java.util.function.Function<Run, @Nullable String> what) {
        return said.get(run).stream()
                .map(what)
                .filter(java.util.Objects::nonNull)
                .min(String::compareTo)
                .orElse(null);
    }

    private Occurrence began(String run) {
        List<Occurrence> all = times.get(run);
        Occurrence any = all.getFirst();
        return new Occurrence(
                all.stream()
                        .map(Occurrence::from)
                        .min(java.time.Instant::compareTo)
                        .orElseThrow(),
                all.stream()
                        .map(Occurrence::to)
                        .min(java.time.Instant::compareTo)
                        .orElseThrow(),
                any.source(),
                any.zone());
    }
}
