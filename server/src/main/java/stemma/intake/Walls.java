package stemma.intake;

import stemma.access.Caller;
import stemma.access.Permission;
import stemma.catalog.Catalog;
import stemma.catalog.PurchaseOrder;
import stemma.catalog.Resource;
import stemma.catalog.WorkOrder;
import stemma.identifiers.ContainerCode;
import stemma.identifiers.EventId;
import stemma.identifiers.LotId;
import stemma.identifiers.Portion;
import stemma.identifiers.SiteCode;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Ledger;
import stemma.ledger.MalformedEvent;
import stemma.ledger.Movement;
import stemma.ledger.Place;
import stemma.ledger.Reach;
import stemma.ledger.Rule;
import stemma.ledger.Touches;
import stemma.lots.Lot;
import stemma.lots.Lots;
import stemma.shell.Problem;
import stemma.shell.Refused;
import stemma.stock.Hold;
import stemma.stock.Places;
import stemma.stock.Stock;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a caller may know of and do, by the sites at which things are, whatever site an act names.
 * Who has no right at any site where a lot ever was is answered as if there were no such lot; where
 * goods are taken, brought or decided upon, the right to do it is asked of that site.
 */
public final class Walls {
    private final Lots lots;
    private final Stock stock;
    private final Catalog catalog;
    private final Ledger ledger;

    public Walls(Lots lots, Stock stock, Catalog catalog, Ledger ledger) {
        this.lots = lots;
        this.stock = stock;
        this.catalog = catalog;
        this.ledger = ledger;
    }

    /** Returns those of the lots that the caller may know of. */
    public List<Lot> seen(Caller caller, Collection<Lot> all) {
        if (seesAll(caller) || all.isEmpty()) return List.copyOf(all);
        Map<LotId, Set<SiteCode>> sites = stock.sites().ever(all);
        return all.stream()
                .filter(lot -> sites.getOrDefault(lot.id(), Set.of()).stream()
                        .anyMatch(site -> sees(caller, site)))
                .toList();
    }

    /** Returns the lots that have these ids or units, as far as the caller may know of them. */
    public List<Lot> seenIds(Caller caller, Collection<Portion> named) {
        return seen(
                caller, lots.lots(named.stream().map(Portion::first).toList()).values());
    }

    /** Says whether the caller has any right at the site, and so may know what happens there. */
    public static boolean sees(Caller caller, SiteCode site) {
        return caller.grants().permissions().stream()
                .anyMatch(permission -> caller.may(permission, site));
    }

    /** Says whether no site is hidden from the caller. */
    public static boolean seesAll(Caller caller) {
        return caller.grants().permissions().stream().anyMatch(caller.grants()::mayEverywhere);
    }

    /** Returns the sites at which the caller has any right; meaningful where he has not all. */
    static Set<SiteCode> sites(Caller caller) {
        return caller.grants().permissions().stream()
                .flatMap(permission -> caller.grants().sites(permission).stream())
                .collect(Collectors.toSet());
    }

    /** Returns what the caller may see. */
    public Sight sight(Caller caller) {
        return seesAll(caller) ? Sight.WHOLE : new SightOfSites(this, caller);
    }

    /**
     * Returns those of the places that are at sites which the caller may not see. Whose place is at
     * no site of ours, with a customer or on the way to one, is told to whoever may know the lot.
     */
    Set<Place> unseen(Caller caller, Collection<Place> places) {
        Set<ContainerCode> inside = places.stream()
                .flatMap(place -> place instanceof Place.InContainer(var code)
                        ? Stream.of(code)
                        : Stream.empty())
                .collect(Collectors.toSet());
        Map<Place, Place> standing = stock.standing(inside);
        Set<Place> unseen = new HashSet<>();
        for (Place place : Set.copyOf(places)) {
            Optional<SiteCode> site = ours(standing.getOrDefault(place, place));
            if (site.isPresent() && !sees(caller, site.get())) unseen.add(place);
        }
        return unseen;
    }

    private Optional<SiteCode> ours(Place place) {
        return place instanceof Place.InTransit ? Optional.empty() : standingAt(place);
    }

    /** Returns the sites of an event: where it happened, and from and to which it moved goods. */
    static Set<SiteCode> sitesOf(Event event) {
        Set<SiteCode> sites = new HashSet<>(Set.of(event.circumstances().site()));
        for (Movement movement : Facts.movements(event)) {
            Places.site(movement.from()).ifPresent(sites::add);
            Places.site(movement.to()).ifPresent(sites::add);
        }
        return sites;
    }

    /** Says whether an event names no place: it says what goods are, not where. */
    static boolean isPlaceless(Event event) {
        return PlacesOfAct.of(event).isEmpty();
    }

    /**
     * Says whether the caller may know of the event: it happened at a site of his, or to lots of
     * one.
     */
    public boolean sees(Caller caller, Event event) {
        if (seesAll(caller) || sees(caller, event.circumstances().site())) return true;
        List<Lot> touched = lotsOf(event, Set.of());
        return !seen(caller, touched).isEmpty();
    }

    /**
     * Refuses with {@code lot_unknown}, {@code event_unknown} or {@code hold_unknown} what the
     * caller may not know of, and with {@code permission_missing} what he may not do where it is.
     *
     * @param born the events of the same submission, whose lots nobody can have seen elsewhere
     */
    void require(Caller caller, Event event, Permission permission, Set<EventId> born) {
        if (caller.grants().mayEverywhere(permission)) return;
        for (Place place : PlacesOfAct.of(event)) {
            Optional<SiteCode> site = at(place);
            if (site.isEmpty()) continue;
            if (place instanceof Place.InContainer(var code) && !sees(caller, site.get()))
                throw unknown(code);
            caller.require(permission, site.get());
        }
        order(event).ifPresent(site -> caller.require(permission, site));
        List<Lot> touched = lotsOf(event, born);
        // What comes back from a customer comes to whatever dock it is brought to.
        if (!(event instanceof Event.Returned)) known(caller, touched);
        boolean decides = event instanceof Event.Judged
                || event instanceof Event.PassportChanged
                || event instanceof Event.Identified;
        if (decides) standing(caller, permission, touched);
        if (event instanceof Event.Installed e) standing(caller, permission, lotsAt(e.unit()));
        if (event instanceof Event.Removed e) standing(caller, permission, lotsAt(e.unit()));
        if (event instanceof Event.HoldLifted lifted) lift(caller, lifted);
        if (event instanceof Event.Held held) family(caller, held.reach());
    }

    /** A number may be held before there is a lot of it, but not one that others alone know. */
    private void family(Caller caller, Reach reach) {
        if (!(reach instanceof Reach.Family(var item, var number))) return;
        List<Lot> family = lots.family(item, number);
        if (!family.isEmpty() && seen(caller, family).isEmpty()) known(caller, family);
    }

    /** Returns the site of the order under which it is told. */
    private Optional<SiteCode> order(Event event) {
        if (event instanceof Event.OfRun e && e.run().order() != null)
            return catalog.find(WorkOrder.key(e.run().order()))
                    .map(known -> ((WorkOrder) known.master()).site());
        if (event instanceof Event.Received e && e.order() != null)
            return catalog.find(PurchaseOrder.key(e.order()))
                    .map(known -> ((PurchaseOrder) known.master()).site());
        return Optional.empty();
    }

    private static Refused unknown(ContainerCode code) {
        return new Refused(Problem.of(
                Rule.CONTAINER_UNKNOWN.code(), 409, "There is no container " + code + "."));
    }

    private void known(Caller caller, List<Lot> touched) {
        Set<Lot> seen = new HashSet<>(seen(caller, touched));
        for (Lot lot : touched) {
            if (seen.contains(lot)) continue;
            throw new MalformedEvent(
                    Rule.LOT_UNKNOWN.code(), "lot", "There is no lot " + lot.id() + ".");
        }
    }

    /** Returns the site of a place at which goods are somebody's to handle, if it has one. */
    private Optional<SiteCode> at(Place place) {
        return standingAt(
                place instanceof Place.InContainer(var code) ? stock.stands(code) : place);
    }

    private Optional<SiteCode> standingAt(Place place) {
        return switch (place) {
            case Place.At(var site, var _) -> Optional.of(site);
            case Place.InVessel(var vessel) ->
                catalog.find(Resource.key(vessel))
                        .map(revised -> ((Resource) revised.master()).site());
            case Place.InTransit(var shipment) ->
                stock.shipment(shipment).map(known -> known.site());
            // Both ends of a way may tell what became of it.
            case Place.InTransfer _,
                    Place.OfSupplier _,
                    Place.OfCustomer _,
                    Place.InCustody _,
                    Place.InRun _,
                    Place.InContainer _,
                    Place.InUnit _,
                    Place.Beyond _ -> Optional.empty();
        };
    }

    private void standing(Caller caller, Permission permission, List<Lot> touched) {
        Map<LotId, Set<SiteCode>> sites = stock.sites().now(touched);
        for (Set<SiteCode> its : sites.values())
            its.forEach(site -> caller.require(permission, site));
    }

    private void lift(Caller caller, Event.HoldLifted lifted) {
        Optional<SiteCode> site = stock.hold(lifted.hold()).flatMap(this::site);
        if (site.isEmpty()) return;
        if (!sees(caller, site.get())) {
            throw new MalformedEvent(
                    Rule.HOLD_UNKNOWN.code(),
                    "hold",
                    "There is no hold " + lifted.hold() + " in force.");
        }
        caller.require(Permission.LIFT_HOLD, site.get());
    }

    /** Returns the site at which a hold was set. */
    public Optional<SiteCode> site(Hold hold) {
        return ledger.events(List.of(hold.seq())).stream()
                .map(held -> held.event().circumstances().site())
                .findFirst();
    }

    private List<Lot> lotsAt(LotId unit) {
        return List.copyOf(lots.lots(List.of(unit)).values());
    }

    private List<Lot> lotsOf(Event event, Set<EventId> born) {
        Set<LotId> named = Touches.lots(event).stream()
                .map(Portion::first)
                .filter(lot -> !born.contains(lot.birth()) && !lot.birth().equals(event.id()))
                .collect(Collectors.toSet());
        return named.isEmpty()
                ? List.of()
                : List.copyOf(new HashSet<>(lots.lots(named).values()));
    }
}
