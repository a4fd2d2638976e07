package stemma.scenario;

import stemma.ledger.Event;

import java.util.List;

/**
 * What somebody does, as understood: told in a scene, in some manner, it gives the events to be
 * sent.
 */
@FunctionalInterface
interface Act {
    List<Event> events(Scene scene, Manner manner);
}
