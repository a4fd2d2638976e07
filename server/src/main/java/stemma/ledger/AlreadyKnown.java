package stemma.ledger;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.EventId;
import stemma.journal.Known;

import java.security.MessageDigest;
import java.util.Map;

/** Which of the sent events stand already, and whether they stand with the same content. */
record AlreadyKnown(Map<EventId, Known> known) {

    boolean isNew(Submission submission) {
        return submission.events().stream()
                .noneMatch(e -> known.containsKey(e.event().id()));
    }

    /**
     * Returns why a submission that is not new is no repetition either, or null where it is one.
     */
    @Nullable
    Refusal reuse(Submission submission) {
        for (Submitted sent : submission.events()) {
            EventId id = sent.event().id();
            Known before = known.get(id);
            if (before == null) {
                return Refusal.of(
                        Rule.SUBMISSION_KNOWN_IN_PART.code(),
                        "events",
                        "Some of these events are recorded already, but " + id
                                + " is not. Nothing was recorded.");
            }
            if (!MessageDigest.isEqual(before.digest(), sent.digest())) {
                return Refusal.of(
                        Rule.EVENT_ID_REUSED.code(),
                        "id",
                        "The id " + id + " was recorded with other content. Nothing was recorded.");
            }
        }
        return null;
    }
}
