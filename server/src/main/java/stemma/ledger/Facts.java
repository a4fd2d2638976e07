package stemma.ledger;

import static stemma.ledger.Link.Likeness.NEW_MATERIAL;
import static stemma.ledger.Link.Likeness.SAME_MATERIAL;

import stemma.identifiers.EventId;
import stemma.identifiers.Portion;
import stemma.identifiers.RunId;

import java.util.ArrayList;
import java.util.List;

/** What an event says of material, read off its bytes alone: movements, births, stated links. */
public final class Facts {
    private Facts() {}

    /** Returns the movements of an event in the order of its lines; each balances by its form. */
    public static List<Movement> movements(Event event) {
        return switch (event) {
            case Event.Opened e -> births(e.lots(), Place.Beyond.BEFORE_RECORDS, e);
            case Event.Received e -> births(e.lots(), new Place.OfSupplier(e.supplier()), e);
            case Event.Moved e -> lines(e.lines(), e.to());
            case Event.Adjusted e ->
                List.of(new Movement(e.lot(), e.quantity(), e.catchWeight(), e.from(), e.to()));
            case Event.Split e ->
                both(lines(List.of(e.from()), own(e)), births(e.into(), own(e), e));
            case Event.Merged e ->
                both(lines(e.from(), own(e)), births(List.of(e.into()), own(e), e));
            case Event.Consumed e -> inputs(e.inputs(), new Place.InRun(e.run().id()));
            case Event.Produced e -> births(e.outputs(), new Place.InRun(e.run().id()), e);
            case Event.Filled e -> lines(e.lines(), new Place.InVessel(e.vessel()));
            case Event.Drawn e -> births(e.lots(), new Place.InVessel(e.vessel()), e);
            case Event.Packed e -> lines(e.lines(), new Place.InContainer(e.container()));
            case Event.Unpacked e -> lines(e.lines(), e.to());
            case Event.Installed e -> lines(List.of(e.component()), new Place.InUnit(e.unit()));
            case Event.Removed e -> removed(e);
            case Event.Sampled e -> lines(e.lines(), Place.Beyond.SAMPLED);
            case Event.Shipped e -> lines(e.lines(), new Place.InTransit(e.shipment()));
            case Event.Delivered e ->
                lines(e.lines(), new Place.OfCustomer(e.consignee(), e.shipTo()));
            case Event.Returned e -> returned(e);
            case Event.ReturnedToSupplier e -> lines(e.lines(), new Place.OfSupplier(e.supplier()));
            case Event.Scrapped e -> lines(e.lines(), Place.Beyond.SCRAP);
            case Event.Destroyed e -> lines(e.lines(), Place.Beyond.DESTROYED);
            case Event.Corrected e ->
                e.replacement() == null ? List.of() : movements(e.replacement());
            case Event.Emptied _,
                    Event.Cleaned _,
                    Event.Judged _,
                    Event.Held _,
                    Event.HoldLifted _,
                    Event.Identified _,
                    Event.PassportChanged _ -> List.of();
        };
    }

    /** Returns the lots that begin to exist with the event. */
    public static List<Birth> births(Event event) {
        return switch (event) {
            case Event.Opened e -> e.lots();
            case Event.Received e -> e.lots();
            case Event.Split e -> e.into();
            case Event.Merged e -> List.of(e.into());
            case Event.Produced e -> e.outputs();
            case Event.Drawn e -> e.lots();
            case Event.Removed e -> e.reclaimed() == null ? List.of() : List.of(e.reclaimed());
            case Event.Returned e -> e.lines().stream().map(ReturnLine::as).toList();
            case Event.Corrected e -> e.replacement() == null ? List.of() : births(e.replacement());
            case Event.Moved _,
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
                    Event.PassportChanged _ -> List.of();
        };
    }

    /** Returns the links that the event states; carry-over and draws are derived elsewhere. */
    public static List<Link> links(Event event) {
        return switch (event) {
            case Event.Split e -> one(e.id(), SAME_MATERIAL, List.of(e.from()), e.into());
            case Event.Merged e -> one(e.id(), NEW_MATERIAL, e.from(), List.of(e.into()));
            case Event.Consumed e ->
                e.inputs().stream()
                        .map(i -> (Link) new Link.Fed(
                                e.run().id(), NEW_MATERIAL, i.lot(), i.quantity(), i.into()))
                        .toList();
            case Event.Produced e ->
                e.outputs().stream()
                        .map(b -> (Link) new Link.Yielded(
                                e.run().id(), NEW_MATERIAL, b.of(e.id()), b.quantity()))
                        .toList();
            case Event.Filled e ->
                e.lines().stream()
                        .map(l -> (Link) new Link.FilledInto(e.vessel(), l.lot(), l.quantity()))
                        .toList();
            case Event.Drawn e ->
                e.lots().stream()
                        .map(b -> (Link) new Link.DrawnFrom(e.vessel(), b.of(e.id()), b.quantity()))
                        .toList();
            case Event.Installed e -> installed(e);
            case Event.Removed e -> reclaimed(e);
            case Event.Returned e -> returnLinks(e);
            case Event.Identified e -> identified(e);
            case Event.Corrected e -> e.replacement() == null ? List.of() : links(e.replacement());
            case Event.Opened _,
                    Event.Received _,
                    Event.Moved _,
                    Event.Adjusted _,
                    Event.Emptied _,
                    Event.Cleaned _,
                    Event.Packed _,
                    Event.Unpacked _,
                    Event.Sampled _,
                    Event.Shipped _,
                    Event.Delivered _,
                    Event.ReturnedToSupplier _,
                    Event.Scrapped _,
                    Event.Destroyed _,
                    Event.Judged _,
                    Event.Held _,
                    Event.HoldLifted _,
                    Event.PassportChanged _ -> List.of();
        };
    }

    /** Returns the id of the run that an event is by itself. */
    public static RunId ownRun(EventId event) {
        return new RunId(event.toString());
    }

    private static Place own(Event event) {
        return new Place.InRun(ownRun(event.id()));
    }

    private static List<Movement> lines(List<Line> lines, Place to) {
        List<Movement> all = new ArrayList<>(lines.size());
        for (Line l : lines)
            all.add(new Movement(l.lot(), l.quantity(), l.catchWeight(), l.from(), to));
        return all;
    }

    private static List<Movement> inputs(List<Input> inputs, Place run) {
        List<Movement> all = new ArrayList<>(inputs.size());
        for (Input i : inputs)
            all.add(new Movement(i.lot(), i.quantity(), i.catchWeight(), i.from(), run));
        return all;
    }

    private static List<Movement> births(List<Birth> births, Place from, Event event) {
        List<Movement> all = new ArrayList<>(births.size());
        for (Birth b : births)
            all.add(new Movement(b.of(event.id()), b.quantity(), b.catchWeight(), from, b.to()));
        return all;
    }

    private static List<Movement> removed(Event.Removed event) {
        List<Movement> all = new ArrayList<>();
        if (event.original() != null && event.to() != null) {
            all.addAll(lines(List.of(event.original()), event.to()));
        }
        if (event.reclaimed() != null) {
            all.addAll(births(List.of(event.reclaimed()), own(event), event));
        }
        return all;
    }

    private static List<Movement> returned(Event.Returned event) {
        Place customer = new Place.OfCustomer(event.customer(), event.shipTo());
        List<Movement> all = new ArrayList<>();
        for (ReturnLine line : event.lines()) {
            all.add(new Movement(
                    line.of(),
                    line.as().quantity(),
                    line.as().catchWeight(),
                    customer,
                    own(event)));
        }
        all.addAll(births(births(event), own(event), event));
        return all;
    }

    private static List<Link> one(
            EventId id, Link.Likeness likeness, List<Line> from, List<Birth> into) {
        RunId run = ownRun(id);
        List<Link> all = new ArrayList<>();
        from.forEach(l -> all.add(new Link.Fed(run, likeness, l.lot(), l.quantity(), List.of())));
        into.forEach(b -> all.add(new Link.Yielded(run, likeness, b.of(id), b.quantity())));
        return all;
    }

    private static List<Link> installed(Event.Installed event) {
        RunId run = ownRun(event.id());
        Line part = event.component();
        return List.of(
                new Link.Fed(run, NEW_MATERIAL, part.lot(), part.quantity(), List.of()),
                new Link.Yielded(run, NEW_MATERIAL, Portion.of(event.unit()), part.quantity()));
    }

    private static List<Link> reclaimed(Event.Removed event) {
        if (event.reclaimed() == null) return List.of();
        RunId run = ownRun(event.id());
        Birth birth = event.reclaimed();
        return List.of(
                new Link.Fed(
                        run, NEW_MATERIAL, Portion.of(event.unit()), birth.quantity(), List.of()),
                new Link.Yielded(run, NEW_MATERIAL, birth.of(event.id()), birth.quantity()));
    }

    private static List<Link> returnLinks(Event.Returned event) {
        List<Link> all = new ArrayList<>();
        int place = 0;
        for (ReturnLine line : event.lines()) {
            RunId run = new RunId(event.id() + "/" + place++);
            Birth birth = line.as();
            all.add(new Link.Fed(run, SAME_MATERIAL, line.of(), birth.quantity(), List.of()));
            all.add(new Link.Yielded(run, SAME_MATERIAL, birth.of(event.id()), birth.quantity()));
        }
        return all;
    }

    private static List<Link> identified(Event.Identified event) {
        RunId run = ownRun(event.id());
        var each = stemma.quantity.Quantity.each(1);
        return List.of(
                new Link.Fed(run, SAME_MATERIAL, Portion.of(event.is()), each, List.of()),
                new Link.Yielded(run, SAME_MATERIAL, Portion.of(event.unknown()), each));
    }

    private static <T> List<T> both(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
