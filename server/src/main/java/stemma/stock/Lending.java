package stemma.stock;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ContainerCode;
import stemma.ledger.Candidate;
import stemma.ledger.Event;
import stemma.ledger.Line;
import stemma.ledger.Place;

import java.util.Collection;
import java.util.List;

/** What goes into a partner's hands within containers that an event takes there whole. */
final class Lending {
    private Lending() {}

    /** Returns what stands in the containers that the event brings into custody. */
    static List<Line> content(Event event, StockBook book) {
        Place to = end(event);
        if (to == null || !(event instanceof Event.OfContainers e)) return List.of();
        if (!(book.containers().standing(to) instanceof Place.InCustody there)) return List.of();
        List<ContainerCode> lent = e.containers().stream()
                .filter(code ->
                        !book.containers().standing(new Place.InContainer(code)).equals(there))
                .toList();
        return new Contents(book).content(List.of(), lent);
    }

    /** Says whether any of the events may bring containers into custody. */
    static boolean mayBe(Collection<Candidate> events, Collection<Container> containers) {
        boolean isAnyLent = containers.stream().anyMatch(c -> c.place() instanceof Place.InCustody);
        return events.stream()
                .map(Candidate::effect)
                .anyMatch(effect -> effect instanceof Event.OfContainers e
                        && !e.containers().isEmpty()
                        && (isAnyLent || isCustody(end(effect))));
    }

    private static boolean isCustody(@Nullable Place place) {
        return place instanceof Place.InCustody;
    }

    /** Returns where the event brings the containers it names, if it does. */
    private static @Nullable Place end(Event event) {
        if (event instanceof Event.Moved e) return e.to();
        if (event instanceof Event.Unpacked e) return e.to();
        if (!(event instanceof Event.Packed e)) return null;
        return e.at() == null ? new Place.InContainer(e.container()) : e.at();
    }
}
