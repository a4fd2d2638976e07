package stemma.verifier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where each container stands: where its last step put it by the time it happened, then by number.
 * Reports may lead containers into a circle; the server then states one of them to stand nowhere.
 */
final class Containers {
    private final Set<Id> corrected;
    private final Map<String, Steps> byCode = new HashMap<>();

    /** That an event put a container somewhere. */
    record Step(long seq, String place, long until, long position) {
        boolean isAfter(Step other) {
            return until != other.until ? until > other.until : seq > other.seq;
        }
    }

    /** What no correction will take back is kept only as long as nothing came after it. */
    private static final class Steps {
        private final List<Step> open = new ArrayList<>(0);
        private Step firm;

        Optional<Step> last() {
            Step last = firm;
            for (Step step : open) if (last == null || step.isAfter(last)) last = step;
            return Optional.ofNullable(last);
        }
    }

    /** Takes the events that some correction names. */
    Containers(Set<Id> corrected) {
        this.corrected = corrected;
    }

    void book(Change change) {
        change.ended().ifPresent(ended -> {
            for (String code : named(ended.fields())) {
                Steps steps = byCode.get(code);
                if (steps != null) steps.open.removeIf(step -> step.seq() == change.endedSeq());
            }
        });
        change.effect().ifPresent(effect -> book(effect, change));
    }

    private static List<String> named(Fields event) {
        List<String> codes = new ArrayList<>(event.texts("containers"));
        if (event.has("container")) codes.add(event.text("container"));
        return codes;
    }

    private void book(Event effect, Change change) {
        Fields fields = effect.fields();
        switch (effect.kind()) {
            case "packed" -> {
                String container = fields.text("container");
                Optional<String> at = fields.textIfAny("at");
                // What is packed into and stands somewhere already stays there.
                if (at.isPresent() || last(container).isEmpty())
                    put(container, at.orElse(""), effect, change);
                for (String inner : fields.texts("containers"))
                    put(inner, Places.of("container", container), effect, change);
            }
            case "unpacked", "moved" -> {
                for (String container : fields.texts("containers"))
                    put(container, fields.text("to"), effect, change);
            }
            case "shipped" -> {
                for (String container : fields.texts("containers"))
                    put(container, Places.of("transit", fields.text("shipment")), effect, change);
            }
            default -> {}
        }
    }

    private void put(String code, String place, Event effect, Change change) {
        Steps steps = byCode.computeIfAbsent(code, _ -> new Steps());
        long seq = change.envelope().number();
        Step step = new Step(seq, place, effect.to().micros(), change.position());
        if (corrected.contains(change.event().id())) {
            if (steps.open.stream().noneMatch(other -> other.seq() == seq)) steps.open.add(step);
        } else if (steps.firm == null || step.isAfter(steps.firm)) steps.firm = step;
    }

    /** Returns the last step of a container, where it has any. */
    Optional<Step> last(String code) {
        Steps steps = byCode.get(code);
        return steps == null ? Optional.empty() : steps.last();
    }

    /** Says whether the steps lead from the container to one that is inside itself. */
    boolean isInCircle(String code) {
        Set<String> passed = new HashSet<>();
        for (String at = code; passed.add(at); ) {
            Optional<String> outer = last(at).flatMap(step -> Places.inside(step.place()));
            if (outer.isEmpty()) return false;
            at = outer.get();
        }
        return true;
    }

    /** Returns the containers that stand somewhere. */
    Set<String> codes() {
        Set<String> codes = new HashSet<>();
        byCode.forEach((code, steps) -> steps.last().ifPresent(_ -> codes.add(code)));
        return codes;
    }
}
