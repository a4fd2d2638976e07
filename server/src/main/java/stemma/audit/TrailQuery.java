package stemma.audit;

import stemma.identifiers.ActorId;

import java.time.Instant;
import java.util.Optional;

/** Which part of the audit trail is asked for: the newest first, a page at a time. */
public record TrailQuery(
        Optional<String> subject,
        Optional<ActorId> actor,
        Optional<String> action,
        Optional<Instant> from,
        Optional<Instant> to,
        Refusals refusals,
        Optional<Long> before,
        int limit) {
    /** The most lines that one page holds. */
    public static final int MOST = 500;

    /** Whether refused attempts are shown beside the changes, alone, or not. */
    public enum Refusals {
        WITH,
        ONLY,
        WITHOUT
    }

    public TrailQuery {
        if (limit < 1 || limit > MOST)
            throw new IllegalArgumentException("a page holds 1 to " + MOST + " lines");
    }

    /** Returns the question for everything, 50 lines a page. */
    public static TrailQuery all() {
        return new TrailQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Refusals.WITH,
                Optional.empty(),
                50);
    }

    /** Narrows it to what happened to one subject. */
    public TrailQuery of(String subject) {
        return new TrailQuery(
                Optional.of(subject), actor, action, from, to, refusals, before, limit);
    }

    /** Narrows it to what one actor did. */
    public TrailQuery by(ActorId actor) {
        return new TrailQuery(
                subject, Optional.of(actor), action, from, to, refusals, before, limit);
    }

    /** Narrows it to one action. */
    public TrailQuery doing(String action) {
        return new TrailQuery(
                subject, actor, Optional.of(action), from, to, refusals, before, limit);
    }

    /** Narrows it to what was recorded in [from, to). */
    public TrailQuery between(Instant from, Instant to) {
        return new TrailQuery(
                subject,
                actor,
                action,
                Optional.of(from),
                Optional.of(to),
                refusals,
                before,
                limit);
    }

    /** Says what to do with refused attempts. */
    public TrailQuery refusals(Refusals refusals) {
        return new TrailQuery(subject, actor, action, from, to, refusals, before, limit);
    }

    /** Asks for the page after the one that ended with {@link TrailPage#next}. */
    public TrailQuery after(long next) {
        return new TrailQuery(subject, actor, action, from, to, refusals, Optional.of(next), limit);
    }

    /** Says how many lines a page holds. */
    public TrailQuery limit(int limit) {
        return new TrailQuery(subject, actor, action, from, to, refusals, before, limit);
    }
}
