package stemma.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What the server states of containers and of holds, held against what follows. */
final class StatedElsewhere {
    private final Containers containers;
    private final Holds holds;
    private final Set<String> statedContainers = new HashSet<>();
    private final Set<String> statedHolds = new HashSet<>();

    StatedElsewhere(Derivation derived) {
        this.containers = derived.containers();
        this.holds = derived.holds();
    }

    void container(Table row) {
        String code = row.text("code");
        Optional<Containers.Step> step = containers.last(code);
        if (step.isEmpty() || !statedContainers.add(code))
            throw new Broken(
                    Code.CONTAINERS_DIFFER, "container " + code + " is stated, and none put it");
        String place = row.isNone("parent")
                ? row.isNone("place") ? "" : row.text("place")
                : Places.of("container", row.text("parent"));
        boolean isLoosed = place.isEmpty() && containers.isInCircle(code);
        if (!isLoosed && !step.get().place().equals(place))
            throw new Broken(
                    Code.CONTAINERS_DIFFER,
                    step.get().position(),
                    "container " + code + " is stated at " + (place.isEmpty() ? "none" : place)
                            + ", and was last put to " + step.get().place());
    }

    void hold(Table row) {
        String code = row.text("code");
        Holds.Hold hold = holds.all().get(code);
        if (hold == null || !statedHolds.add(code))
            throw new Broken(Code.HOLDS_DIFFER, "hold " + code + " is stated, and none set it");
        byte[] reach = row.text("reach").getBytes(UTF_8);
        boolean same = hold.descent().equals(row.text("descent"))
                && hold.reach().equals(Json.object(reach, 0, reach.length))
                && row.text("lifted").equals(hold.isLifted() ? "t" : "f");
        if (!same)
            throw new Broken(
                    Code.HOLDS_DIFFER,
                    hold.position(),
                    "hold " + code + ", set here, is stated otherwise than it follows");
    }

    /** Names the first container that is not stated. */
    void allContainers() {
        containers.codes().stream()
                .filter(code -> !statedContainers.contains(code))
                .map(code -> containers.last(code).orElseThrow().position())
                .min(Long::compare)
                .ifPresent(position -> {
                    throw new Broken(
                            Code.CONTAINERS_DIFFER, position, "a container put here is not stated");
                });
    }

    /** Names the first hold that is not stated. */
    void allHolds() {
        holds.all().entrySet().stream()
                .filter(hold -> !statedHolds.contains(hold.getKey()))
                .map(hold -> hold.getValue().position())
                .min(Long::compare)
                .ifPresent(position -> {
                    throw new Broken(
                            Code.HOLDS_DIFFER, position, "the hold set here is not stated");
                });
    }

    long count() {
        return statedContainers.size() + (long) statedHolds.size();
    }
}
