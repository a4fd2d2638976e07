package stemma.genealogy.store;

import org.springframework.jdbc.core.simple.JdbcClient;

import stemma.genealogy.AsOf;
import stemma.genealogy.Span;
import stemma.identifiers.RunId;
import stemma.ledger.Descent;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Link;
import stemma.ledger.Reach;
import stemma.ledger.Recorded;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.stock.Hold;
import stemma.stock.Stock;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the holds that an append may make reach further than they have spread: what it links to
 * what they reach, through runs, what stood in a line, vessels and pools, or what it takes back.
 * Each hold that is spread anew costs a trace with the plant at rest, so that a corrected move
 * spreads none in vain.
 */
final class HandingOn {
    private final Lots lots;
    private final Stock stock;
    private final RunTable runs;
    private final LinkTable links;
    private final VesselTable vessels;
    private final RunState state;
    private final List<Hold> holds;
    private final Set<Hold> wider = new LinkedHashSet<>();

    HandingOn(JdbcClient database, Lots lots, Stock stock) {
        this.lots = lots;
        this.stock = stock;
        this.runs = new RunTable(database);
        this.links = new LinkTable(database);
        this.vessels = new VesselTable(database);
        this.state = new RunState(database);
        this.holds = stock.holds();
    }

    /** Returns the holds in force that are to be spread anew after these events. */
    Set<Hold> after(List<Recorded> events, Map<stemma.identifiers.LotId, Lot> known) {
        if (holds.isEmpty()) return Set.of();
        if (events.stream().anyMatch(HandingOn::mayLeadElsewhere))
            return new LinkedHashSet<>(holds);
        if (events.stream().anyMatch(recorded -> recorded.undone() != null))
            holds.stream().filter(HandingOn::isByPlace).forEach(wider::add);
        events.forEach(this::named);
        events.forEach(recorded -> reclaimed(recorded, known));
        if (holds.stream().noneMatch(HandingOn::descends)) return wider;
        Set<RunId> named = runs(events);
        if (!named.isEmpty() && state.begunEarlier(named, first(events))) {
            holds.stream().filter(HandingOn::descends).forEach(wider::add);
        }
        carriedBy(sources(events, known, named));
        return wider;
    }

    /** A correction changes what is made of what, unless both say only where goods went. */
    private static boolean mayLeadElsewhere(Recorded recorded) {
        if (recorded.effect() instanceof Event.Identified) return true;
        if (recorded.undone() == null) return false;
        Event effect = recorded.effect();
        return !isOfPlacesAlone(recorded.undone().effect())
                || effect != null && !isOfPlacesAlone(effect);
    }

    /** Such an event links nothing, makes nothing and is of no resource. */
    private static boolean isOfPlacesAlone(Event event) {
        if (!event.circumstances().resources().isEmpty()) return false;
        return switch (event) {
            case Event.Moved _,
                    Event.Adjusted _,
                    Event.Packed _,
                    Event.Unpacked _,
                    Event.Sampled _,
                    Event.Shipped _,
                    Event.Delivered _,
                    Event.ReturnedToSupplier _,
                    Event.Scrapped _,
                    Event.Destroyed _,
                    Event.Judged _ -> true;
            case Event.Opened _,
                    Event.Received _,
                    Event.Split _,
                    Event.Merged _,
                    Event.Consumed _,
                    Event.Produced _,
                    Event.Filled _,
                    Event.Drawn _,
                    Event.Emptied _,
                    Event.Cleaned _,
                    Event.Installed _,
                    Event.Removed _,
                    Event.Returned _,
                    Event.Held _,
                    Event.HoldLifted _,
                    Event.Identified _,
                    Event.PassportChanged _,
                    Event.Corrected _ -> false;
        };
    }

    private static boolean isByPlace(Hold hold) {
        return hold.reach() instanceof Reach.Content || hold.reach() instanceof Reach.Standing;
    }

    private static long first(List<Recorded> events) {
        return events.stream().mapToLong(Recorded::seq).min().orElse(Long.MAX_VALUE);
    }

    private static boolean descends(Hold hold) {
        return hold.descent() == Descent.WITH_DESCENDANTS;
    }

    /** A hold by run or by resource reaches what is recorded of them later too. */
    private void named(Recorded recorded) {
        Event effect = recorded.effect();
        if (effect == null) return;
        for (Hold hold : holds) {
            boolean reaches = switch (hold.reach()) {
                case Reach.Yield(var run) ->
                    effect instanceof Event.Produced e && e.run().id().equals(run)
                            || effect instanceof Event.Split && run.equals(own(effect))
                            || effect instanceof Event.Merged && run.equals(own(effect));
                case Reach.Touched(var resource, var window) ->
                    effect.circumstances().resources().stream()
                                    .anyMatch(use -> use.resource().equals(resource))
                            || effect instanceof Event.OfRun e
                                    && state.touches(resource, window, e.run().id())
                            || effect instanceof Event.OfVessel e && e.vessel().equals(resource);
                case Reach.Family _, Reach.Sublot _, Reach.Content _, Reach.Standing _ -> false;
            };
            if (reaches) wider.add(hold);
        }
    }

    /** What is reclaimed from a held unit is held with it, whether or not the hold goes further. */
    private void reclaimed(Recorded recorded, Map<stemma.identifiers.LotId, Lot> known) {
        if (!(recorded.effect() instanceof Event.Removed e) || e.reclaimed() == null) return;
        Lot unit = known.get(e.unit());
        if (unit != null) wider.addAll(stock.holdsOn(List.of(unit)).on(unit));
    }

    private static RunId own(Event event) {
        return Facts.ownRun(event.id());
    }

    private static Set<RunId> runs(List<Recorded> events) {
        Set<RunId> named = new TreeSet<>();
        for (Recorded recorded : events) {
            if (recorded.effect() instanceof Event.OfRun e) named.add(e.run().id());
        }
        return named;
    }

    /** What the new links come from: were any of it held, what they lead to would be too. */
    private Set<Span> sources(
            List<Recorded> events, Map<stemma.identifiers.LotId, Lot> known, Set<RunId> named) {
        Set<Span> sources = new HashSet<>();
        Set<Span> drawn = new HashSet<>();
        for (Recorded recorded : events) {
            Event effect = recorded.effect();
            if (effect == null) continue;
            for (Link link : Facts.links(effect)) {
                Lot lot = known.get(link.lot().first());
                if (lot == null) continue;
                Span span = new Span(
                        lot.key(), link.lot().first().ordinal(), link.lot().last());
                switch (link) {
                    case Link.Fed _, Link.FilledInto _ -> sources.add(span);
                    case Link.DrawnFrom _ -> drawn.add(span);
                    case Link.Yielded _ -> {}
                }
            }
            Facts.births(effect).forEach(birth -> {
                Lot lot = known.get(birth.of(effect.id()).first());
                if (lot != null && lot.isPool()) sources.addAll(state.elder(lot));
            });
        }
        if (!drawn.isEmpty()) {
            List<FlowRow> draws = vessels.drawsOf(drawn, AsOf.now());
            vessels.fillsIn(draws.stream().map(FlowRow::window).distinct().toList(), AsOf.now())
                    .forEach(fill -> sources.add(fill.lot()));
        }
        sources.addAll(inLine(state.keys(named)));
        return sources;
    }

    /**
     * What went into runs, or may have stood in their lines. A run that has yielded speaks by its
     * outputs for all that was before it; one that has not is looked behind.
     */
    private Set<Span> inLine(Collection<Long> into) {
        Set<Span> found = new HashSet<>();
        Set<Long> visited = new HashSet<>(into);
        Collection<Long> frontier = into;
        while (!frontier.isEmpty()) {
            links.inputs(frontier, AsOf.now()).forEach(row -> found.add(row.lot()));
            List<Long> before = new ArrayList<>();
            for (CarriedRow row : runs.before(frontier, AsOf.now())) {
                if (visited.add(row.from())) before.add(row.from());
            }
            if (before.isEmpty()) return found;
            Set<Long> silent = new HashSet<>(before);
            links.outputs(before, AsOf.now()).forEach(row -> {
                found.add(row.lot());
                silent.remove(row.run());
            });
            links.inputs(before, AsOf.now()).forEach(row -> found.add(row.lot()));
            frontier = silent;
        }
        return found;
    }

    private void carriedBy(Set<Span> sources) {
        Set<Long> keys = new HashSet<>();
        sources.forEach(span -> keys.add(span.lot()));
        Collection<Lot> carriers = lots.byKey(keys).values();
        var held = stock.holdsOn(carriers);
        for (Lot lot : carriers) {
            held.on(lot).stream().filter(HandingOn::descends).forEach(wider::add);
        }
    }
}
