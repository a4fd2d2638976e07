package stemma.inquiry;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.LotNumber;
import stemma.identifiers.OrderCode;
import stemma.identifiers.PartnerCode;
import stemma.identifiers.Portion;
import stemma.ledger.Birth;
import stemma.ledger.Event;
import stemma.ledger.Line;
import stemma.ledger.Place;

import java.util.List;

/** Which lots an event that stands under a document brought forth or sent away. */
final class DocumentLots {
    private DocumentLots() {}

    static List<Portion> born(Event event) {
        if (event instanceof Event.Received e) return of(e, e.lots());
        return event instanceof Event.Produced e ? of(e, e.outputs()) : List.of();
    }

    static List<Portion> sent(Event event) {
        return event instanceof Event.Shipped e
                ? e.lines().stream().map(Line::lot).toList()
                : List.of();
    }

    /** Returns what was there before records and is said to be sold by the partner. */
    static List<Portion> soldBy(Event event, PartnerCode partner) {
        if (!(event instanceof Event.Opened e)) return List.of();
        return of(
                e,
                e.lots().stream()
                        .filter(birth -> isSame(birth.passport().seller(), partner)
                                || birth.passport().externalLots().stream()
                                        .anyMatch(other -> isSame(other.issuer(), partner)))
                        .toList());
    }

    /** Returns what was with the customer before records. */
    static List<Portion> bornAt(Event event, PartnerCode partner) {
        if (!(event instanceof Event.Opened e)) return List.of();
        return of(
                e,
                e.lots().stream()
                        .filter(birth -> birth.to() instanceof Place.OfCustomer(var who, var _)
                                && isSame(who, partner))
                        .toList());
    }

    static boolean isSame(@Nullable PartnerCode one, PartnerCode other) {
        return one != null && LotNumber.normal(one.code()).equals(LotNumber.normal(other.code()));
    }

    /** Returns whether the event says that it was done for the order. */
    static boolean isFor(Event event, OrderCode order) {
        OrderCode asked = null;
        if (event instanceof Event.Received e) asked = e.order();
        if (event instanceof Event.OfRun e) asked = e.run().order();
        if (event instanceof Event.Shipped e) asked = e.order();
        return asked != null
                && LotNumber.normal(asked.code()).equals(LotNumber.normal(order.code()));
    }

    private static List<Portion> of(Event event, List<Birth> births) {
        return births.stream().map(birth -> birth.of(event.id())).toList();
    }
}
