package stemma.lots;

import stemma.identifiers.LotId;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Movement;
import stemma.ledger.Place;
import stemma.ledger.Rule;
import stemma.ledger.Violation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which places an event may take goods from and bring them to. What goes into a run, a vessel or to
 * a customer by a mere move would leave no link and pass no hold, so that a trace would lose it.
 */
final class PlaceRules {
    private final Event event;
    private final Set<LotId> born = new HashSet<>();

    PlaceRules(Event event) {
        this.event = event;
        Facts.births(event).forEach(b -> born.add(b.of(event.id()).first()));
    }

    List<Violation> broken() {
        List<Violation> broken = new ArrayList<>();
        int line = 0;
        for (Movement movement : Facts.movements(event)) {
            String element = "lines[" + line++ + "]";
            boolean fits = born.contains(movement.lot().first())
                    ? begins(movement.to())
                    : leaves(movement.from()) && arrives(movement.to());
            if (!fits && !adjusts(movement) && !isLost(movement)) {
                broken.add(Rule.PLACE_WRONG.broken(
                        element,
                        movement.lot(),
                        "This event takes nothing from " + movement.from() + " to " + movement.to()
                                + "."));
            }
        }
        return broken;
    }

    private boolean begins(Place to) {
        return isOurs(to) || event instanceof Event.Opened && to instanceof Place.OfCustomer;
    }

    private boolean leaves(Place from) {
        return switch (event) {
            case Event.Split _,
                    Event.Merged _,
                    Event.Consumed _,
                    Event.Filled _,
                    Event.Packed _,
                    Event.Installed _,
                    Event.Shipped _,
                    Event.ReturnedToSupplier _ -> isOurs(from);
            // Unused material comes back from the line, and undelivered goods from the road.
            case Event.Moved _ ->
                isOurs(from)
                        || from instanceof Place.InRun
                        || from instanceof Place.InTransit
                        || from instanceof Place.InTransfer;
            case Event.Unpacked _ -> from instanceof Place.InContainer;
            case Event.Removed _ -> from instanceof Place.InUnit;
            case Event.Delivered _ -> from instanceof Place.InTransit;
            case Event.Returned _ -> from instanceof Place.OfCustomer;
            case Event.Sampled _, Event.Scrapped _ -> isKept(from);
            case Event.Destroyed _ ->
                isKept(from) || from.isFinite() || from instanceof Place.OfCustomer;
            case Event.Adjusted _ -> false;
            case Event.Opened _,
                    Event.Received _,
                    Event.Produced _,
                    Event.Drawn _,
                    Event.Emptied _,
                    Event.Cleaned _,
                    Event.Judged _,
                    Event.Held _,
                    Event.HoldLifted _,
                    Event.Identified _,
                    Event.PassportChanged _,
                    Event.Corrected _ -> true;
        };
    }

    private boolean arrives(Place to) {
        boolean chosen = event instanceof Event.Moved
                || event instanceof Event.Unpacked
                || event instanceof Event.Removed;
        boolean sent = event instanceof Event.Moved && to instanceof Place.InTransfer;
        return !chosen || isOurs(to) || sent;
    }

    /** An adjustment is of a variance or a loss; only the ledger itself brings units elsewhere. */
    private boolean adjusts(Movement movement) {
        if (!(event instanceof Event.Adjusted)) return false;
        if (event.circumstances().follows() != null) return true;
        boolean from = isVariance(movement.from());
        boolean to = isVariance(movement.to());
        return from != to && isCounted(from ? movement.to() : movement.from());
    }

    /** A process loses material wherever it stands. */
    private boolean isLost(Movement movement) {
        return event instanceof Event.Moved
                && movement.to() == Place.Beyond.PROCESS_LOSS
                && isKept(movement.from());
    }

    private static boolean isVariance(Place place) {
        return place == Place.Beyond.COUNT_VARIANCE || place == Place.Beyond.PROCESS_LOSS;
    }

    private static boolean isCounted(Place place) {
        return isKept(place) || place instanceof Place.OfCustomer;
    }

    private static boolean isKept(Place place) {
        return isOurs(place)
                || place instanceof Place.InRun
                || place instanceof Place.InVessel
                || place instanceof Place.InUnit
                || place instanceof Place.InTransit
                || place instanceof Place.InTransfer;
    }

    private static boolean isOurs(Place place) {
        return place instanceof Place.At
                || place instanceof Place.InCustody
                || place instanceof Place.InContainer;
    }
}
