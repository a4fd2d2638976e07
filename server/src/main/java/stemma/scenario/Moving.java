package stemma.scenario;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.DocumentCode;
import stemma.identifiers.Portion;
import stemma.ledger.AdjustmentCause;
import stemma.ledger.Event;
import stemma.ledger.Line;
import stemma.ledger.Place;
import stemma.quantity.Quantity;

import java.util.List;

/**
 * How goods move within the plant and leave its books: moves, counts, samples, scrap, destruction.
 */
final class Moving {
    private Moving() {}

    /** {@code move F-101 20 kg, container P-1 to COLD}. */
    static Act move(Words words) {
        Load load = Load.read(words);
        words.expect("to");
        PlaceName to = PlaceName.read(words);
        return (scene, manner) -> {
            Occasion occasion = new Occasion(scene, manner);
            List<Line> lines = occasion.lines(load.lines());
            Place place = occasion.place(to);
            return List.of(
                    new Event.Moved(occasion.circumstances(), lines, load.containers(), place));
        };
    }

    /** {@code count F-101 495 kg at MAIN}: the difference from the books is adjusted. */
    static Act count(Words words) {
        LotName lot = LotName.read(words);
        Amount amount = Amount.read(words);
        PlaceName at = place(words);
        return (scene, manner) -> {
            Occasion occasion = new Occasion(scene, manner);
            Line counted = occasion.line(new LineText(lot, amount, at), 0);
            Quantity booked = Quantity.zero(counted.quantity().unit());
            for (var balance : scene.balances(counted.lot())) {
                if (balance.place().equals(counted.from()))
                    booked = booked.plus(balance.quantity());
            }
            Quantity difference = counted.quantity().minus(booked);
            if (difference.isZero())
                throw new Unclear("the count agrees; there is nothing to adjust");
            return adjusted(occasion, counted.lot(), difference, counted.from());
        };
    }

    /** {@code adjust F-101 by -5 kg at MAIN}. */
    static Act adjust(Words words) {
        LotName name = LotName.read(words);
        words.expect("by");
        Amount amount = Amount.read(words);
        PlaceName at = place(words);
        return (scene, manner) -> {
            Occasion occasion = new Occasion(scene, manner);
            Portion lot = occasion.lot(name);
            Place standing = at == null ? scene.standing(lot) : null;
            Place where = at != null
                    ? occasion.place(at)
                    : standing == null ? occasion.usual() : standing;
            return adjusted(occasion, lot, difference(amount), where);
        };
    }

    /** What was found may be written with a plus, as what is missing is with a minus. */
    private static Quantity difference(Amount amount) {
        String number = amount.number();
        return number.startsWith("+")
                ? new Amount(number.substring(1), amount.unit(), null).quantity()
                : amount.quantity();
    }

    private static @Nullable PlaceName place(Words words) {
        return words.isAtPlace() && words.take("at") ? PlaceName.read(words) : null;
    }

    private static List<Event> adjusted(
            Occasion occasion, Portion lot, Quantity difference, Place at) {
        Place variance = Place.Beyond.COUNT_VARIANCE;
        return List.of(new Event.Adjusted(
                occasion.circumstances(),
                lot,
                difference.isNegative() ? difference.negated() : difference,
                null,
                difference.isNegative() ? at : variance,
                difference.isNegative() ? variance : at,
                AdjustmentCause.COUNT));
    }

    /** {@code sample F-101 1 kg}. */
    static Act sample(Words words) {
        List<LineText> lines = words.list(LineText::read);
        return (scene, manner) -> {
            Occasion occasion = new Occasion(scene, manner);
            List<Line> taken = occasion.lines(lines);
            return List.of(new Event.Sampled(occasion.circumstances(), taken));
        };
    }

    /** {@code scrap F-101 5 kg}. */
    static Act scrap(Words words) {
        List<LineText> lines = words.list(LineText::read);
        return (scene, manner) -> {
            Occasion occasion = new Occasion(scene, manner);
            List<Line> taken = occasion.lines(lines);
            return List.of(new Event.Scrapped(occasion.circumstances(), taken));
        };
    }

    /** {@code destroy F-101 5 kg evidence CERT-9}. */
    static Act destroy(Words words) {
        List<LineText> lines = words.list(LineText::read);
        words.expect("evidence");
        String evidence = words.next("a document");
        return (scene, manner) -> {
            Occasion occasion = new Occasion(scene, manner);
            List<Line> taken = occasion.lines(lines);
            return List.of(new Event.Destroyed(
                    occasion.circumstances(), new DocumentCode(evidence), taken));
        };
    }
}
