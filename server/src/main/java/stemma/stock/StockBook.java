package stemma.stock;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.HoldCode;
import stemma.identifiers.Portion;
import stemma.identifiers.ShipmentCode;
import stemma.ledger.Candidate;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Guard;
import stemma.ledger.Movement;
import stemma.ledger.Undo;
import stemma.ledger.Violation;
import stemma.lots.Lot;
import stemma.lots.LotBook;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What stands where and what is held, for one append: judges each event and books what must follow
 * it.
 */
public final class StockBook implements Guard.Judge {
    private final LotBook lots;
    private final Loaded loaded;
    private final Shelf shelf = new Shelf();
    private final Undo undo = new Undo();
    private final ContainerBook containers;
    private final HoldBook holds;
    private final ReservationBook reserved;
    private final BuiltIn built;
    private long parts;

    /** What was read from the tables under the locks. */
    record Loaded(
            List<Balance> balances,
            List<Hold> holds,
            List<Mark> marks,
            List<Container> containers,
            Set<HoldCode> everHeld,
            Set<Portion> withDependents,
            List<Shipment> shipments,
            List<Reservation> reserved) {}

    StockBook(LotBook lots, Loaded loaded) {
        this.lots = lots;
        this.loaded = loaded;
        this.containers = new ContainerBook(loaded.containers(), undo);
        this.holds = new HoldBook(loaded.holds(), loaded.marks(), containers, undo);
        this.reserved = new ReservationBook(loaded.reserved(), lots::find, undo, () -> --parts);
        this.built = new BuiltIn(lots, shelf, undo);
        for (Balance balance : loaded.balances()) {
            shelf.load(lots.get(balance.lot().first()), balance);
            built.load(balance);
        }
    }

    LotBook lots() {
        return lots;
    }

    Shelf shelf() {
        return shelf;
    }

    HoldBook holds() {
        return holds;
    }

    ContainerBook containers() {
        return containers;
    }

    BuiltIn built() {
        return built;
    }

    Loaded loaded() {
        return loaded;
    }

    /** Notes that a hold reaches the material by descent; rooms above know the genealogy. */
    public void mark(HoldCode hold, Portion lot) {
        holds.mark(new Mark(hold, lot));
    }

    /** Returns the holds that what is made of this material inherits, as it stands at the place. */
    public List<Hold> inherited(Portion portion, stemma.ledger.Place at) {
        Lot lot = lots.find(portion.first());
        return lot == null ? List.of() : holds.inherited(lot, portion, at);
    }

    /** Returns the holds that live as the append stands now. */
    public List<Hold> inForce() {
        return holds.inForce();
    }

    /** Says whether any hold has not yet brought its mark to all it reaches. */
    public boolean anySpreading() {
        return holds.spreading().findAny().isPresent();
    }

    /** Returns the holds that reach the material, as it stands at the place. */
    public List<Hold> reaching(Portion portion, stemma.ledger.Place at) {
        Lot lot = lots.find(portion.first());
        return lot == null ? List.of() : holds.reaching(lot, portion, at);
    }

    /** Returns the shipments with that code that are known to stand. */
    List<Shipment> shipments(ShipmentCode code) {
        return loaded.shipments().stream().filter(s -> s.code().equals(code)).toList();
    }

    @Override
    public @Nullable Event complete(Candidate candidate) {
        Event effect = candidate.effect();
        return effect == null ? null : new Contents(this).resolve(candidate, effect);
    }

    @Override
    public List<Violation> violations(Candidate candidate) {
        List<Violation> broken = new StockRules(this).broken(candidate);
        broken.addAll(keptForOthers(candidate));
        return broken;
    }

    private List<Violation> keptForOthers(Candidate candidate) {
        if (reserved.isEmpty()) return List.of();
        int before = shelf.steps();
        Rebooking rebooking = Rebooking.of(candidate, lots::find);
        for (Reroute r : rebooking.reroutes()) {
            shelf.reroute(lots.get(r.units().first()), r.units(), r.from(), r.to());
        }
        for (Movement movement : rebooking.moves()) {
            Lot lot = lots.find(movement.lot().first());
            if (lot != null && !lot.isPool()) shelf.move(lot, movement);
        }
        List<Violation> violations =
                ReservationBook.violations(candidate, reserved.play(candidate, shelf, containers));
        shelf.backTo(before);
        return violations;
    }

    @Override
    public List<Event> consequences(Candidate candidate, List<Violation> violated) {
        return new Bookings(this).following(candidate, violated);
    }

    @Override
    public void stands(Candidate candidate) {
        Event effect = candidate.effect();
        if (effect != null) {
            for (Movement movement : Facts.movements(effect)) {
                holds.leave(movement.lot(), movement.from());
            }
        }
        Rebooking rebooking = Rebooking.of(candidate, lots::find);
        rebooking.reroutes().forEach(this::reroute);
        rebooking.moves().forEach(this::move);
        reserved.stands(candidate, shelf, containers);
        if (effect == null) return;
        switch (effect) {
            case Event.Held held ->
                holds.set(new Hold(
                        held.hold(),
                        held.reach(),
                        held.descent(),
                        "",
                        new stemma.identifiers.ActorId("judging"),
                        held.circumstances().occurredAt().from(),
                        0,
                        Hold.Spread.SPREADING));
            case Event.HoldLifted lifted -> holds.lift(lifted.hold());
            case Event.Packed packed -> pack(packed);
            case Event.Unpacked e -> e.containers().forEach(c -> containers.go(c, e.to()));
            case Event.Moved e -> e.containers().forEach(c -> containers.go(c, e.to()));
            case Event.Shipped e ->
                e.containers()
                        .forEach(c ->
                                containers.go(c, new stemma.ledger.Place.InTransit(e.shipment())));
            case Event.Installed e -> built.install(e.component().lot(), e.unit());
            case Event.Split split -> inheritHolds(List.of(split.from()), split);
            case Event.Merged merged -> inheritHolds(merged.from(), merged);
            case Event.Removed removed -> inheritHolds(removed);
            case Event.Opened _,
                    Event.Received _,
                    Event.Adjusted _,
                    Event.Consumed _,
                    Event.Produced _,
                    Event.Filled _,
                    Event.Drawn _,
                    Event.Emptied _,
                    Event.Cleaned _,
                    Event.Sampled _,
                    Event.Delivered _,
                    Event.Returned _,
                    Event.ReturnedToSupplier _,
                    Event.Scrapped _,
                    Event.Destroyed _,
                    Event.Judged _,
                    Event.Identified _,
                    Event.PassportChanged _,
                    Event.Corrected _ -> {}
        }
    }

    private void pack(Event.Packed packed) {
        if (packed.at() != null) containers.go(packed.container(), packed.at());
        else if (!containers.knows(packed.container()))
            containers.stand(packed.container(), null, packed.basis());
        containers.know(packed.container(), packed.basis());
        packed.containers().forEach(c -> containers.nest(c, packed.container()));
    }

    /** What is parted from held material is held, though its number be another. */
    private void inheritHolds(List<stemma.ledger.Line> from, Event event) {
        List<Mark> inherited = new ArrayList<>();
        for (stemma.ledger.Line line : from) {
            for (Hold hold : reaching(line.lot(), line.from())) {
                Facts.births(event)
                        .forEach(birth ->
                                inherited.add(new Mark(hold.code(), birth.of(event.id()))));
            }
        }
        inherited.forEach(holds::mark);
    }

    /** What is reclaimed from a held unit was a part of what is held. */
    private void inheritHolds(Event.Removed removed) {
        Lot lot = lots.find(removed.unit());
        if (removed.reclaimed() == null || lot == null) return;
        Portion unit = Portion.of(removed.unit());
        Portion reclaimed = removed.reclaimed().of(removed.id());
        List<Hold> reaching =
                new ArrayList<>(reaching(unit, stemma.ledger.Place.Beyond.BEFORE_RECORDS));
        if (lot.isSerial()) {
            shelf.ranges(lot)
                    .of(unit)
                    .forEach(range -> reaching.addAll(reaching(unit, range.place())));
        }
        reaching.forEach(hold -> holds.mark(new Mark(hold.code(), reclaimed)));
    }

    void move(Movement movement) {
        Lot lot = lots.find(movement.lot().first());
        if (lot == null || lot.isPool()) return;
        int before = shelf.steps();
        shelf.move(lot, movement);
        undo.step(() -> shelf.backTo(before));
    }

    private void reroute(Reroute reroute) {
        Lot lot = lots.get(reroute.units().first());
        int before = shelf.steps();
        shelf.reroute(lot, reroute.units(), reroute.from(), reroute.to());
        undo.step(() -> shelf.backTo(before));
    }

    /** Takes a movement back, as if it had never been: its units stand where it took them. */
    void back(Movement movement) {
        move(movement.backwards());
    }

    @Override
    public void mark() {
        shelf.mark();
        undo.mark();
    }

    @Override
    public void forget() {
        undo.forget();
    }
}
