package stemma.factory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import stemma.identifiers.ActorId;
import stemma.identifiers.ContainerCode;
import stemma.identifiers.EventId;
import stemma.journal.Author;
import stemma.ledger.Answer;
import stemma.ledger.ContentBasis;
import stemma.ledger.Event;
import stemma.ledger.Place;
import stemma.ledger.Submission;
import stemma.stock.Container;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Whatever is packed, unpacked, moved, reported late and corrected: containers are a forest. */
class ContainmentTest {
    private static final Author AUTHOR = new Author(new ActorId("plant"), "session", "device");
    private static final int SEEDS = Integer.getInteger("stemma.seeds", 30);
    private static final int LENGTH = 60;
    private static final PlantWorld WORLD = new PlantWorld();

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void containment_is_a_forest_at_every_moment() {
        int nested = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            Plan plan = Plan.storing(seed, 8_000_000_000L + seed, LENGTH);
            WORLD.masters(plan.codes());
            Told told = new Told();
            for (List<Event> events : plan.submissions()) {
                if (!(WORLD.ledger.append(Submission.of(AUTHOR, events))
                        instanceof Answer.Appended appended)) continue;
                appended.events().forEach(one -> told.add(one.event()));
                List<Container> there = WORLD.stock.containers(told.named);
                isForest(there, told.doubted, "seed " + seed + " after " + events);
                nested += (int) there.stream().filter(c -> c.parent() != null).count();
            }
        }
        assertThat(nested).as("containers seen in others").isGreaterThan(100);
    }

    @Test
    void a_circle_and_a_container_in_nothing_are_found() {
        Container inner = in("CASE-1", "PAL-1");
        Container outer = in("PAL-1", "CASE-1");
        assertThatThrownBy(() -> isForest(List.of(inner, outer), Set.of(), "planted"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("is in itself");
        assertThatThrownBy(() -> isForest(List.of(in("CASE-1", "PAL-9")), Set.of(), "planted"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("is in one that nobody knows");
    }

    private static Container in(String code, String parent) {
        return new Container(
                new ContainerCode(code), new ContainerCode(parent), null, ContentBasis.OBSERVED);
    }

    /** Which containers were named, and which of them perhaps nobody knows. */
    private static final class Told {
        private final Map<EventId, Event> events = new HashMap<>();
        private final Set<ContainerCode> named = new TreeSet<>();
        private final Set<ContainerCode> doubted = new TreeSet<>();

        /** With the packing that brought a pallet up, the pallet is known no more. */
        void add(Event event) {
            events.put(event.id(), event);
            named.addAll(named(event));
            boolean isUnknown = event.circumstances().violations().stream()
                    .anyMatch(violation -> violation.code().equals("container_unknown"));
            if (isUnknown) doubted.addAll(named(event));
            if (event instanceof Event.Corrected c && events.get(c.corrects()) != null)
                doubted.addAll(named(events.get(c.corrects())));
        }

        private static List<ContainerCode> named(Event event) {
            List<ContainerCode> named = new ArrayList<>();
            if (event instanceof Event.OfContainers e) named.addAll(e.containers());
            if (event instanceof Event.AtContainer e) named.add(e.container());
            if (event instanceof Event.Moved(var _, var _, var _, Place.InContainer(var outer)))
                named.add(outer);
            if (event instanceof Event.Corrected e && e.replacement() != null)
                named.addAll(named(e.replacement()));
            return named;
        }
    }

    /** Only what a report or a correction left in doubt may be in one that nobody knows. */
    private static void isForest(
            Collection<Container> containers, Set<ContainerCode> doubted, String when) {
        Map<ContainerCode, Container> known = new HashMap<>();
        containers.forEach(container -> known.put(container.code(), container));
        for (Container container : containers) {
            Set<ContainerCode> inside = new HashSet<>();
            for (Container at = container; at.parent() != null; at = known.get(at.parent())) {
                assertThat(inside.add(at.code()))
                        .as("%s: %s is in itself", when, at.code())
                        .isTrue();
                if (known.containsKey(at.parent())) continue;
                assertThat(doubted)
                        .as("%s: %s is in one that nobody knows", when, at.code())
                        .contains(at.parent());
                break;
            }
        }
    }
}
