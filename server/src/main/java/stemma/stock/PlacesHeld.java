package stemma.stock;

import stemma.ledger.Place;
import stemma.ledger.Undo;

import java.util.List;

/** Which of some holds by location or container are in force at a place, given the containers. */
public final class PlacesHeld {
    private final List<Hold> holds;
    private final ContainerBook containers;

    public PlacesHeld(List<Hold> holds, List<Container> containers) {
        this.holds = holds;
        this.containers = new ContainerBook(containers, new Undo());
    }

    /** Returns the holds in force at the place. */
    public List<Hold> at(Place place) {
        return holds.stream()
                .filter(hold -> HoldBook.standsIn(hold, place, containers))
                .toList();
    }
}
