package stemma.intake;

import org.jspecify.annotations.Nullable;

import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Movement;
import stemma.ledger.Place;
import stemma.ledger.Reach;

import java.util.LinkedHashSet;
import java.util.Set;

/** The places an event deals with: of its movements, of its containers and vessel, of its hold. */
final class PlacesOfAct {
    private final Set<Place> places = new LinkedHashSet<>();

    private PlacesOfAct() {}

    static Set<Place> of(Event event) {
        PlacesOfAct act = new PlacesOfAct();
        for (Movement movement : Facts.movements(event)) {
            act.add(movement.from());
            act.add(movement.to());
        }
        if (event instanceof Event.OfContainers e)
            e.containers().forEach(code -> act.add(new Place.InContainer(code)));
        if (event instanceof Event.AtContainer e) act.add(new Place.InContainer(e.container()));
        if (event instanceof Event.Moved e) act.add(e.to());
        if (event instanceof Event.Unpacked e) act.add(e.to());
        if (event instanceof Event.Packed e) act.add(e.at());
        if (event instanceof Event.OfVessel e) act.add(new Place.InVessel(e.vessel()));
        if (event instanceof Event.Delivered e) act.add(new Place.InTransit(e.shipment()));
        if (event instanceof Event.Held held) act.reach(held.reach());
        return act.places;
    }

    private void reach(Reach reach) {
        switch (reach) {
            case Reach.Content(var container) -> add(new Place.InContainer(container));
            case Reach.Standing(var site, var location) -> add(new Place.At(site, location));
            case Reach.Touched(var resource, var _) -> add(new Place.InVessel(resource));
            case Reach.Family _, Reach.Sublot _, Reach.Yield _ -> {}
        }
    }

    private void add(@Nullable Place place) {
        if (place != null) places.add(place);
    }
}
