package stemma.verifier;

import java.util.HashMap;
import java.util.Map;

/** Which holds were set, what they name, and which of them were lifted. */
final class Holds {
    private final Map<String, Hold> byCode = new HashMap<>();

    /**
     * A hold that stands or stood, with the entry that set it and the number of the one that lifted
     * it; 0 while it is in force. One that is set anew by a correction is in force anew.
     */
    record Hold(long position, Fields reach, String descent, long liftedBy) {
        boolean isLifted() {
            return liftedBy != 0;
        }

        private Hold lifted(long by) {
            return new Hold(position, reach, descent, by);
        }
    }

    void book(Change change) {
        change.ended().ifPresent(ended -> {
            String code = ended.fields().textIfAny("hold").orElse("");
            if (ended.kind().equals("held")) byCode.remove(code);
            if (ended.kind().equals("hold_lifted"))
                byCode.computeIfPresent(
                        code,
                        (_, hold) -> hold.liftedBy() == change.endedSeq() ? hold.lifted(0) : hold);
        });
        long number = change.envelope().number();
        change.effect().ifPresent(effect -> {
            Fields fields = effect.fields();
            if (effect.kind().equals("held"))
                byCode.put(
                        fields.text("hold"),
                        new Hold(
                                change.position(),
                                fields.object("reach"),
                                fields.text("descent"),
                                0));
            if (effect.kind().equals("hold_lifted"))
                byCode.computeIfPresent(
                        fields.text("hold"),
                        (_, hold) -> hold.isLifted() ? hold : hold.lifted(number));
        });
    }

    Map<String, Hold> all() {
        return byCode;
    }
}
