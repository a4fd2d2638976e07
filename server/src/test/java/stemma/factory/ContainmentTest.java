package stemma.factory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import stemma.identifiers.ActorId;
import stemma.identifiers.ContainerCode;
import stemma.journal.Author;
import stemma.ledger.Answer;
import stemma.ledger.ContentBasis;
import stemma.ledger.Event;
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
            Set<ContainerCode> named = new TreeSet<>();
            Set<String> violated = new TreeSet<>();
            for (List<Event> events : plan.submissions()) {
                if (!(WORLD.ledger.append(Submission.of(AUTHOR, events))
                        instanceof Answer.Appended appended)) continue;
                events.forEach(event -> named.addAll(named(event)));
                appended.events().stream()
                        .flatMap(one -> one.event().circumstances().violations().stream())
                        .forEach(violation -> violated.add(violation.code()));
                List<Container> there = WORLD.stock.containers(named);
                isForest(there, violated, "seed " + seed + " after " + events);
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

    private static List<ContainerCode> named(Event event) {
        List<ContainerCode> named = new ArrayList<>();
        if (event instanceof Event.OfContainers e) named.addAll(e.containers());
        if (event instanceof Event.AtContainer e) named.add(e.container());
        if (event instanceof Event.Corrected e && e.replacement() != null)
            named.addAll(named(e.replacement()));
        return named;
    }

    /** Only a report that was told so may have left a container in one that nobody knows. */
    private static void isForest(
            Collection<Container> containers, Set<String> violated, String when) {
        Map<ContainerCode, Container> known = new HashMap<>();
        containers.forEach(container -> known.put(container.code(), container));
        for (Container container : containers) {
            Set<ContainerCode> inside = new HashSet<>();
            for (Container at = container; at.parent() != null; at = known.get(at.parent())) {
                assertThat(inside.add(at.code()))
                        .as("%s: %s is in itself", when, at.code())
                        .isTrue();
                if (known.containsKey(at.parent())) continue;
                assertThat(violated)
                        .as("%s: %s is in one that nobody knows", when, at.code())
                        .contains("container_unknown");
                break;
            }
        }
    }
}
