package stemma.inquiry;

import stemma.identifiers.ContainerCode;
import stemma.ledger.Place;
import stemma.quantity.Quantity;
import stemma.stock.Container;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A container: where it stands, all that is in it at every depth, and its events. */
public record ContainerCard(Nest nest, String place, List<Past> events) {
    public ContainerCard {
        events = List.copyOf(events);
    }

    /** A lot in a container, and how much of it. */
    public record Entry(LotLine lot, Quantity quantity) {}

    /** A container with the lots that lie in it directly, and the containers in it. */
    public record Nest(Container container, List<Entry> content, List<Nest> nests) {
        public Nest {
            content = List.copyOf(content);
            nests = List.copyOf(nests);
        }

        public boolean isEmpty() {
            return content.isEmpty() && nests.isEmpty();
        }

        /** Returns how many containers are in it, at every depth. */
        public int count() {
            return nests.stream().mapToInt(nest -> 1 + nest.count()).sum();
        }

        /** Returns the lines of all that is in it, at every depth. */
        public List<Entry> all() {
            List<Entry> all = new ArrayList<>(content);
            nests.forEach(nest -> all.addAll(nest.all()));
            return all;
        }
    }

    public Container container() {
        return nest.container();
    }

    /** What is known of containers and what stands in them, from which nests are built. */
    static final class Nesting {
        private final Map<ContainerCode, List<Container>> inside = new HashMap<>();
        private final Map<Place, List<Entry>> content = new HashMap<>();
        private final Set<Container> seen = new HashSet<>();

        Nesting(List<Container> known) {
            for (Container container : known) {
                ContainerCode parent = container.parent();
                if (parent != null)
                    inside.computeIfAbsent(parent, _ -> new ArrayList<>()).add(container);
            }
        }

        void put(Place place, Entry entry) {
            content.computeIfAbsent(place, _ -> new ArrayList<>()).add(entry);
        }

        Nest of(Container container) {
            seen.add(container);
            return new Nest(
                    container,
                    content.getOrDefault(new Place.InContainer(container.code()), List.of()),
                    inside.getOrDefault(container.code(), List.of()).stream()
                            .filter(inner -> !seen.contains(inner))
                            .map(this::of)
                            .toList());
        }
    }
}
