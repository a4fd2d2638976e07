package stemma.scenario;

import java.util.List;
import stemma.ledger.Event;

/** What somebody does, as understood: told in a scene, in some manner, it gives the events to be sent. */
@FunctionalInterface
interface Act {
    List<Event> events(Scene scene, Manner manner);
}
