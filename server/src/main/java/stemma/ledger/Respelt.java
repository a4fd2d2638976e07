package stemma.ledger;

import java.util.List;

/** Writes an event anew with each of its codes as a {@link Spelling} has it. */
final class Respelt {
    private final Spelling by;

    Respelt(Spelling by) {
        this.by = by;
    }

    Event of(Event event) {
        Circumstances c = circumstances(event.circumstances());
        return switch (event) {
            case Event.Opened e -> new Event.Opened(c, births(e.lots()));
            case Event.Received e ->
                new Event.Received(
                        c, e.receipt(), e.order(), by.partner(e.supplier()), births(e.lots()));
            case Event.Moved e ->
                new Event.Moved(
                        c, lines(e.lines()), by.containers(e.containers()), by.place(e.to()));
            case Event.Adjusted e -> adjusted(e, c);
            case Event.Split e -> new Event.Split(c, e.kind(), line(e.from()), births(e.into()));
            case Event.Merged e -> new Event.Merged(c, lines(e.from()), birth(e.into()));
            case Event.Consumed e ->
                new Event.Consumed(
                        c, run(e.run()), inputs(e.inputs()), by.containers(e.containers()));
            case Event.Produced e -> new Event.Produced(c, run(e.run()), births(e.outputs()));
            case Event.Filled e -> new Event.Filled(c, by.resource(e.vessel()), lines(e.lines()));
            case Event.Drawn e -> new Event.Drawn(c, by.resource(e.vessel()), births(e.lots()));
            case Event.Emptied e -> new Event.Emptied(c, by.resource(e.vessel()));
            case Event.Cleaned e ->
                new Event.Cleaned(
                        c,
                        by.resource(e.resource()),
                        e.hazards(),
                        e.method(),
                        e.kind(),
                        e.agent(),
                        e.agentLot());
            case Event.Packed e -> packed(e, c);
            case Event.Unpacked e -> unpacked(e, c);
            case Event.Installed e ->
                new Event.Installed(c, e.unit(), line(e.component()), e.position());
            case Event.Removed e -> removed(e, c);
            case Event.Sampled e -> new Event.Sampled(c, lines(e.lines()));
            case Event.Shipped e -> shipped(e, c);
            case Event.Delivered e -> delivered(e, c);
            case Event.Returned e -> returned(e, c);
            case Event.ReturnedToSupplier e ->
                new Event.ReturnedToSupplier(
                        c, e.document(), by.partner(e.supplier()), lines(e.lines()));
            case Event.Scrapped e -> new Event.Scrapped(c, lines(e.lines()));
            case Event.Destroyed e -> new Event.Destroyed(c, e.document(), lines(e.lines()));
            case Event.Judged e -> new Event.Judged(c, e.status(), e.lots(), e.inspections());
            case Event.Held e ->
                new Event.Held(c, by.hold(e.hold()), reach(e.reach()), e.descent());
            case Event.HoldLifted e -> new Event.HoldLifted(c, by.hold(e.hold()));
            case Event.Identified e -> new Event.Identified(c, e.unknown(), e.is());
            case Event.PassportChanged e ->
                new Event.PassportChanged(c, e.lot(), passport(e.passport()));
            case Event.Corrected e ->
                new Event.Corrected(
                        c, e.corrects(), e.replacement() == null ? null : of(e.replacement()));
        };
    }

    private Event adjusted(Event.Adjusted e, Circumstances c) {
        return new Event.Adjusted(
                c,
                e.lot(),
                e.quantity(),
                e.catchWeight(),
                by.place(e.from()),
                by.place(e.to()),
                e.cause());
    }

    private Event removed(Event.Removed e, Circumstances c) {
        return new Event.Removed(
                c,
                e.unit(),
                e.original() == null ? null : line(e.original()),
                e.reclaimed() == null ? null : birth(e.reclaimed()),
                by.maybe(e.to()),
                e.position());
    }

    private Event packed(Event.Packed e, Circumstances c) {
        return new Event.Packed(
                c,
                by.container(e.container()),
                by.maybe(e.at()),
                e.basis(),
                lines(e.lines()),
                by.containers(e.containers()));
    }

    private Event unpacked(Event.Unpacked e, Circumstances c) {
        return new Event.Unpacked(
                c,
                by.container(e.container()),
                lines(e.lines()),
                by.containers(e.containers()),
                by.place(e.to()));
    }

    private Event shipped(Event.Shipped e, Circumstances c) {
        return new Event.Shipped(
                c,
                by.shipment(e.shipment()),
                e.order(),
                by.partner(e.consignee()),
                by.maybe(e.consignee(), e.shipTo()),
                lines(e.lines()),
                by.containers(e.containers()));
    }

    private Event delivered(Event.Delivered e, Circumstances c) {
        return new Event.Delivered(
                c,
                by.shipment(e.shipment()),
                by.partner(e.consignee()),
                by.maybe(e.consignee(), e.shipTo()),
                e.basis(),
                lines(e.lines()));
    }

    private Event returned(Event.Returned e, Circumstances c) {
        return new Event.Returned(
                c,
                e.document(),
                by.partner(e.customer()),
                by.maybe(e.customer(), e.shipTo()),
                e.lines().stream()
                        .map(l -> new ReturnLine(l.of(), birth(l.as())))
                        .toList());
    }

    private Circumstances circumstances(Circumstances c) {
        return new Circumstances(
                c.id(),
                c.claim(),
                c.occurredAt(),
                by.site(c.site()),
                c.evidence(),
                c.resources().stream()
                        .map(u ->
                                new ResourceUse(by.resource(u.resource()), u.role(), u.revision()))
                        .toList(),
                c.reason(),
                c.signature(),
                c.follows(),
                c.measured(),
                c.violations());
    }

    private Run run(Run run) {
        return new Run(
                by.run(run.id()),
                run.order(),
                run.line() == null ? null : by.resource(run.line()),
                run.kind(),
                run.basis(),
                run.after() == null ? null : by.run(run.after()));
    }

    private Reach reach(Reach reach) {
        return switch (reach) {
            case Reach.Family(var item, var number) ->
                new Reach.Family(item == null ? null : by.item(item), number);
            case Reach.Sublot sublot -> sublot;
            case Reach.Content(var code) -> new Reach.Content(by.container(code));
            case Reach.Standing(var site, var location) ->
                new Reach.Standing(by.site(site), by.location(site, location));
            case Reach.Yield(var code) -> new Reach.Yield(by.run(code));
            case Reach.Touched(var code, var window) ->
                new Reach.Touched(by.resource(code), window);
        };
    }

    private Passport passport(Passport passport) {
        return passport.of(by.item(passport.item()));
    }

    private List<Birth> births(List<Birth> births) {
        return births.stream().map(this::birth).toList();
    }

    private Birth birth(Birth b) {
        return new Birth(
                b.ordinal(),
                b.units(),
                passport(b.passport()),
                b.quantity(),
                b.catchWeight(),
                by.place(b.to()),
                b.status());
    }

    private List<Line> lines(List<Line> lines) {
        return lines.stream().map(this::line).toList();
    }

    private Line line(Line l) {
        return new Line(l.lot(), l.quantity(), l.catchWeight(), by.place(l.from()));
    }

    private List<Input> inputs(List<Input> inputs) {
        return inputs.stream()
                .map(i -> new Input(
                        i.lot(), i.quantity(), i.catchWeight(), by.place(i.from()), i.into()))
                .toList();
    }
}
