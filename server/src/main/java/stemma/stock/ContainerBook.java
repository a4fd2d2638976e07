package stemma.stock;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ContainerCode;
import stemma.ledger.ContentBasis;
import stemma.ledger.Place;
import stemma.ledger.Undo;

import java.util.HashMap;
import java.util.Map;

/**
 * Which container is in which, and where the outermost stand: a forest, in memory for one append.
 */
final class ContainerBook {
    private final Map<ContainerCode, Container> containers = new HashMap<>();
    private final Undo undo;

    ContainerBook(Iterable<Container> known, Undo undo) {
        known.forEach(c -> containers.put(c.code(), c));
        this.undo = undo;
    }

    boolean knows(ContainerCode code) {
        return containers.containsKey(code);
    }

    void stand(ContainerCode code, @Nullable Place place, ContentBasis basis) {
        undo.put(containers, code, new Container(code, null, place, basis));
    }

    /** Notes how the content of a container is known; it stands where it stood. */
    void know(ContainerCode code, ContentBasis basis) {
        Container before = containers.get(code);
        if (before == null) return;
        undo.put(containers, code, new Container(code, before.parent(), before.place(), basis));
    }

    /**
     * Notes where a container went: into another, or to a place; its content is known as before.
     */
    void go(ContainerCode code, Place to) {
        if (to instanceof Place.InContainer(var outer)) {
            nest(code, outer);
            return;
        }
        stand(code, to, basis(code));
    }

    /** Returns how the content of a container is known. */
    ContentBasis basis(ContainerCode code) {
        Container before = containers.get(code);
        return before == null ? ContentBasis.OBSERVED : before.basis();
    }

    void nest(ContainerCode code, ContainerCode parent) {
        undo.put(containers, code, new Container(code, parent, null, basis(code)));
    }

    /** Says whether a container is another one, or stands inside it at any depth. */
    boolean isWithin(ContainerCode inner, ContainerCode outer) {
        ContainerCode at = inner;
        for (int depth = 0; depth <= containers.size(); depth++) {
            if (at.equals(outer)) return true;
            Container container = containers.get(at);
            if (container == null || container.parent() == null) return false;
            at = container.parent();
        }
        return true;
    }

    /** Returns where the place really is: for a container, where the outermost one stands. */
    Place standing(Place place) {
        Place at = place;
        for (int depth = 0; depth <= containers.size(); depth++) {
            if (!(at instanceof Place.InContainer(var code))) return at;
            Container container = containers.get(code);
            if (container == null) return at;
            if (container.parent() != null) at = new Place.InContainer(container.parent());
            else if (container.place() != null) at = container.place();
            else return at;
        }
        return at;
    }
}
