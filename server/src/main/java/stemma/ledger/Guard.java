package stemma.ledger;

import org.jspecify.annotations.Nullable;

import stemma.identifiers.ActorId;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * A room that has rules about events. For each append it says what must be locked, is opened once
 * under the locks, and reads what it needs as sets; the judge it returns then works in memory
 * alone.
 */
public interface Guard {
    /**
     * Returns the keys that the events themselves say are to be locked before they are judged, such
     * as {@code lot:…}; reads nothing.
     */
    default Set<String> locks(Collection<Candidate> events) {
        return Set.of();
    }

    /**
     * Returns the keys to be locked because of what is recorded, such as what stands in a container
     * that an event moves; read again under the locks, until nothing new is found.
     */
    default Set<String> locksFound(Collection<Candidate> events) {
        return Set.of();
    }

    /** Returns a judge for these events. Reads the database; the locks are held. */
    Judge open(Collection<Candidate> events, Instant now, Bench before);

    /** The judges of the rooms below, opened before this one. */
    interface Bench {
        /** Returns the judge of that kind; a room asks only for rooms it may read. */
        <J extends Judge> J judge(Class<J> kind);
    }

    /** Judges events one after the other, each as if those before it stood. */
    interface Judge {
        /**
         * Returns the effect of a candidate with what follows from its own words, such as a
         * container's content; or null, where it has no effect.
         */
        default @Nullable Event complete(Candidate candidate) {
            return candidate.effect();
        }

        /** Returns the rules that the event breaks, none if it may stand. Changes nothing. */
        List<Violation> violations(Candidate candidate);

        /** Returns the events that must follow it, such as a booked shortage. Changes nothing. */
        default List<Event> consequences(Candidate candidate, List<Violation> violated) {
            return List.of();
        }

        /** Takes note of who sends what is judged from now on. */
        default void hears(ActorId author) {}

        /** Takes note that the event stands. */
        default void stands(Candidate candidate) {}

        /** Marks the point to which {@link #forget} returns. */
        default void mark() {}

        /** Forgets everything taken note of since the mark. */
        default void forget() {}
    }
}
