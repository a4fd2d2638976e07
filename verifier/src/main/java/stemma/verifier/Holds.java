package stemma.verifier;

import java.util.HashMap;
import java.util.Map;

/** Which holds were set, what they name, and which of them were lifted. */
final class Holds {
    private final Map<String, Hold> byCode = new HashMap<>();

    /** A hold that stands or stood, with the entry that set it. */
    record Hold(long position, Fields reach, String descent, Force force) {
        Hold with(Force other) {
            return new Hold(position, reach, descent, other);
        }
    }

    /** Whether it still stops anything. */
    enum Force {
        HELD,
        LIFTED
    }

    void book(Change change) {
        change.ended().ifPresent(ended -> {
            String code = ended.fields().textIfAny("hold").orElse("");
            if (ended.kind().equals("held")) byCode.remove(code);
            if (ended.kind().equals("hold_lifted"))
                byCode.computeIfPresent(code, (_, hold) -> hold.with(Force.HELD));
        });
        change.effect().ifPresent(effect -> {
            Fields fields = effect.fields();
            if (effect.kind().equals("held"))
                byCode.put(
                        fields.text("hold"),
                        new Hold(
                                change.position(),
                                fields.object("reach"),
                                fields.text("descent"),
                                Force.HELD));
            if (effect.kind().equals("hold_lifted"))
                byCode.computeIfPresent(fields.text("hold"), (_, hold) -> hold.with(Force.LIFTED));
        });
    }

    Map<String, Hold> all() {
        return byCode;
    }
}
