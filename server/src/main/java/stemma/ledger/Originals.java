package stemma.ledger;

import stemma.identifiers.EventId;

import java.util.HashMap;
import java.util.Map;

/**
 * The events that corrections in this request name, as they stand: what takes effect under each,
 * and whether it is corrected already. To correct again, the correction is corrected.
 */
final class Originals {
    private final Map<EventId, Standing> standing;

    /** An event as read in the light of what it corrects. */
    sealed interface Reading {
        /** It can be judged. */
        record Fit(Candidate candidate) implements Reading {}

        /** It cannot correct what it names. */
        record Unfit(Refusal why) implements Reading {}
    }

    Originals(Map<EventId, Standing> standing) {
        this.standing = new HashMap<>(standing);
    }

    Reading read(Event event) {
        if (!(event instanceof Event.Corrected correction))
            return new Reading.Fit(Candidate.of(event));
        Standing target = standing.get(correction.corrects());
        if (target == null) {
            return unfit(
                    Rule.EVENT_UNKNOWN,
                    "The event " + correction.corrects() + " is not in the ledger.");
        }
        if (target.correctedBy() != null) {
            return unfit(
                    Rule.ALREADY_CORRECTED,
                    "It was corrected by " + target.correctedBy()
                            + "; correct that correction instead.");
        }
        Event effect = correction.replacement();
        if (effect == null && target.undone() != null) effect = target.undone().effect();
        if (effect != null && target.effect() != null && !sameEvent(effect, target.effect())) {
            return unfit(
                    Rule.CORRECTION_OF_ANOTHER_EVENT,
                    "A replacement is the same kind of event under the same id.");
        }
        Candidate.Undone undone = target.effect() == null
                ? null
                : new Candidate.Undone(target.effect(), target.seq());
        return new Reading.Fit(new Candidate(event, effect, undone));
    }

    private static boolean sameEvent(Event replacement, Event original) {
        return replacement.getClass() == original.getClass()
                && replacement.id().equals(original.id());
    }

    /**
     * Takes note that an event stands, so that nothing later in the request corrects the same one.
     */
    void stands(Candidate candidate) {
        if (candidate.event() instanceof Event.Corrected correction) {
            Standing target = standing.get(correction.corrects());
            if (target == null) return;
            standing.put(
                    correction.corrects(),
                    new Standing(target.seq(), target.effect(), target.undone(), correction.id()));
        }
    }

    private static Reading unfit(Rule rule, String sentence) {
        return new Reading.Unfit(Refusal.of(rule.code(), "corrects", sentence));
    }
}
