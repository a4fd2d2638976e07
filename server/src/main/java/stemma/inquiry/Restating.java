package stemma.inquiry;

import stemma.ledger.Birth;
import stemma.ledger.Event;
import stemma.ledger.Input;
import stemma.ledger.Line;
import stemma.quantity.Quantity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The amounts that an event states, and the same event with others in their place. Serial units,
 * catch weights and whole containers are not restated by amount: such an event has none here.
 */
final class Restating {
    private final Deque<Quantity> amounts;

    private Restating(List<Quantity> amounts) {
        this.amounts = new ArrayDeque<>(amounts);
    }

    /** Returns the amounts in the order in which the event states them. */
    static List<Quantity> amounts(Event event) {
        List<Quantity> stated = new ArrayList<>();
        boolean[] plain = {true};
        var ignored = each(
                event,
                line -> {
                    stated.add(line.quantity());
                    plain[0] &= line.lot().count() == 1 && line.catchWeight() == null;
                    return line;
                },
                birth -> {
                    stated.add(birth.quantity());
                    plain[0] &= birth.units() == 1 && birth.catchWeight() == null;
                    return birth;
                });
        return plain[0] ? stated : List.of();
    }

    /** Returns the event with these amounts, as many as it has, in its own order. */
    static Event with(Event event, List<Quantity> amounts) {
        Restating next = new Restating(amounts);
        return each(event, next::line, next::birth);
    }

    private Line line(Line line) {
        return new Line(line.lot(), amounts.remove(), line.catchWeight(), line.from());
    }

    private Birth birth(Birth birth) {
        return new Birth(
                birth.ordinal(),
                birth.units(),
                birth.passport(),
                amounts.remove(),
                birth.catchWeight(),
                birth.to(),
                birth.status());
    }

    private static Event each(Event event, UnaryOperator<Line> line, UnaryOperator<Birth> birth) {
        var at = event.circumstances();
        return switch (event) {
            case Event.Opened e -> new Event.Opened(at, all(e.lots(), birth));
            case Event.Received e ->
                new Event.Received(at, e.receipt(), e.order(), e.supplier(), all(e.lots(), birth));
            case Event.Moved e
            when e.containers().isEmpty() ->
                new Event.Moved(at, all(e.lines(), line), e.containers(), e.to());
            case Event.Consumed e
            when e.containers().isEmpty() ->
                new Event.Consumed(at, e.run(), inputs(e.inputs(), line), e.containers());
            case Event.Produced e -> new Event.Produced(at, e.run(), all(e.outputs(), birth));
            case Event.Filled e -> new Event.Filled(at, e.vessel(), all(e.lines(), line));
            case Event.Drawn e -> new Event.Drawn(at, e.vessel(), all(e.lots(), birth));
            case Event.Sampled e -> new Event.Sampled(at, all(e.lines(), line));
            case Event.Shipped e
            when e.containers().isEmpty() ->
                new Event.Shipped(
                        at,
                        e.shipment(),
                        e.order(),
                        e.consignee(),
                        e.shipTo(),
                        all(e.lines(), line),
                        e.containers());
            case Event.ReturnedToSupplier e ->
                new Event.ReturnedToSupplier(at, e.document(), e.supplier(), all(e.lines(), line));
            case Event.Scrapped e -> new Event.Scrapped(at, all(e.lines(), line));
            case Event.Destroyed e -> new Event.Destroyed(at, e.document(), all(e.lines(), line));
            case Event.Moved _,
                    Event.Consumed _,
                    Event.Shipped _,
                    Event.Adjusted _,
                    Event.Split _,
                    Event.Merged _,
                    Event.Emptied _,
                    Event.Cleaned _,
                    Event.Packed _,
                    Event.Unpacked _,
                    Event.Installed _,
                    Event.Removed _,
                    Event.Delivered _,
                    Event.Returned _,
                    Event.Judged _,
                    Event.Held _,
                    Event.HoldLifted _,
                    Event.Identified _,
                    Event.PassportChanged _,
                    Event.Corrected _ -> event;
        };
    }

    private static <T> List<T> all(List<T> parts, UnaryOperator<T> change) {
        return parts.stream().map(change).toList();
    }

    private static List<Input> inputs(List<Input> inputs, UnaryOperator<Line> change) {
        List<Input> changed = new ArrayList<>();
        for (Input input : inputs) {
            Line line = change.apply(input.line());
            changed.add(new Input(
                    line.lot(), line.quantity(), line.catchWeight(), line.from(), input.into()));
        }
        return changed;
    }
}
