package stemma.stock;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ContainerCode;
import stemma.ledger.Birth;
import stemma.ledger.Candidate;
import stemma.ledger.Event;
import stemma.ledger.Facts;
import stemma.ledger.Place;
import stemma.ledger.Rule;
import stemma.ledger.Violation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rules about containers: known, never inside themselves, taken out only of what they are in,
 * and no longer handled as ours once they were shipped.
 */
final class ContainerRules {
    private final ContainerBook book;
    private final List<Violation> broken = new ArrayList<>();

    ContainerRules(ContainerBook book) {
        this.book = book;
    }

    /** Returns the container into which an event puts other containers or goods, if it does. */
    static Optional<ContainerCode> target(Event event) {
        @Nullable Place to = null;
        if (event instanceof Event.Moved e) to = e.to();
        if (event instanceof Event.Unpacked e) to = e.to();
        if (event instanceof Event.Packed e) to = e.at();
        return to instanceof Place.InContainer(var code) ? Optional.of(code) : Optional.empty();
    }

    /** Returns the containers in which lots of the event begin. */
    static List<ContainerCode> bornInto(Event event) {
        return Facts.births(event).stream()
                .map(Birth::to)
                .filter(Place.InContainer.class::isInstance)
                .map(place -> ((Place.InContainer) place).container())
                .distinct()
                .toList();
    }

    List<Violation> broken(Candidate candidate, Event effect) {
        if (effect instanceof Event.OfContainers e) known(e.containers());
        if (effect instanceof Event.Unpacked e) known(List.of(e.container()));
        target(effect).ifPresent(code -> known(List.of(code)));
        known(bornInto(effect));
        if (effect instanceof Event.OfContainers e) nests(e);
        // A correction is judged by what it says: the books still have what it corrects.
        if (candidate.undone() == null && effect instanceof Event.OfContainers e) taken(e);
        return broken;
    }

    private void known(List<ContainerCode> codes) {
        for (ContainerCode code : codes) {
            if (!book.knows(code)) {
                broken.add(Rule.CONTAINER_UNKNOWN.broken(
                        "containers", null, "There is no container " + code + "."));
            }
        }
    }

    private void nests(Event.OfContainers event) {
        if (event instanceof Event.Packed packed) {
            packed.containers().forEach(inner -> nests(inner, packed.container()));
            target(packed).ifPresent(outer -> nests(packed.container(), outer));
        } else {
            target(event)
                    .ifPresent(outer -> event.containers().forEach(inner -> nests(inner, outer)));
        }
    }

    private void nests(ContainerCode inner, ContainerCode outer) {
        if (!inner.equals(outer) && !(book.knows(inner) && book.isWithin(outer, inner))) return;
        broken.add(Rule.CONTAINER_CYCLE.broken(
                "containers", null, outer + " is inside " + inner + " already."));
    }

    private void taken(Event.OfContainers event) {
        if (event instanceof Event.Unpacked e) {
            for (ContainerCode inner : e.containers()) {
                if (!book.knows(inner) || book.isWithin(inner, e.container())) continue;
                elsewhere(inner, inner + " is not in " + e.container() + " but " + where(inner));
            }
        }
        if (event instanceof Event.AtContainer e) gone(e.container());
        if (event instanceof Event.Moved) return;
        event.containers().forEach(this::gone);
    }

    /** What was shipped is brought back by a move; until then nothing else is done with it. */
    private void gone(ContainerCode code) {
        if (!book.knows(code)) return;
        Place standing = book.standing(new Place.InContainer(code));
        boolean left = standing instanceof Place.InTransit
                || standing instanceof Place.InTransfer
                || standing instanceof Place.OfCustomer;
        if (left) elsewhere(code, code + " has left: it is " + where(code));
    }

    private String where(ContainerCode code) {
        Place standing = book.standing(new Place.InContainer(code));
        return standing instanceof Place.InContainer
                ? "nowhere known"
                : "at " + Places.words(standing);
    }

    private void elsewhere(ContainerCode code, String sentence) {
        boolean told = broken.stream()
                .anyMatch(v -> v.code().equals(Rule.CONTAINER_ELSEWHERE.code())
                        && v.sentence().startsWith(code + " "));
        if (!told) broken.add(Rule.CONTAINER_ELSEWHERE.broken("containers", null, sentence + "."));
    }
}
