package stemma.ledger;

import org.jspecify.annotations.Nullable;

/**
 * An event about to stand, with what it does to the record: {@code effect} takes effect under it,
 * and {@code undone} ceases to. For all but corrections the effect is the event itself and nothing
 * is undone; a voiding correction of an original has no effect.
 */
public record Candidate(
        Event event, @Nullable Event effect, @Nullable Undone undone) {
    /** The event whose effect ends, and the seq under which that effect stands. */
    public record Undone(Event effect, long seq) {}

    public static Candidate of(Event event) {
        return new Candidate(event, event, null);
    }

    /**
     * Says whether it is about what somebody decided of material, not about what happened to it: a
     * judgement, a hold and its end, what a lot is said to be.
     */
    public boolean isDecision() {
        return isDecision(effect) || undone != null && isDecision(undone.effect());
    }

    private static boolean isDecision(@Nullable Event event) {
        return event instanceof Event.Judged
                || event instanceof Event.Held
                || event instanceof Event.HoldLifted
                || event instanceof Event.PassportChanged;
    }

    Candidate saying(Event completed) {
        return event instanceof Event.Corrected correction && completed != correction.replacement()
                ? new Candidate(
                        new Event.Corrected(
                                correction.circumstances(), correction.corrects(), completed),
                        completed,
                        undone)
                : new Candidate(completed, completed, undone);
    }
}
