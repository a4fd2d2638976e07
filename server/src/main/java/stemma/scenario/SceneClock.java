package stemma.scenario;

import org.jspecify.annotations.Nullable;

import stemma.journal.WorldClock;
import stemma.ledger.Evidence;
import stemma.ledger.Occurrence;
import stemma.ledger.TimeSource;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The clock of a scenario, set by hand. It begins on 2 March 2026 at 06:00 UTC, goes on by a minute
 * with each act, goes forward to whatever is told, and never goes back.
 */
public final class SceneClock implements WorldClock, InstantSource {
    static final Instant BEGINNING = Instant.parse("2026-03-02T06:00:00Z");
    private static final Duration STEP = Duration.ofMinutes(1);
    private Instant now = BEGINNING;

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    void tick() {
        now = now.plus(STEP);
    }

    /** Sets the clock; refuses to go back. */
    void set(Instant moment) {
        if (moment.isBefore(now))
            throw new Unclear("the clock stands at " + now + " and never goes back");
        now = moment;
    }

    /** Returns when an act happens, and sets the clock to when it is recorded. */
    Occurrence occurrence(Manner manner, Evidence evidence, ZoneId zone) {
        if (manner.recordedAt() != null) set(from(manner.recordedAt(), zone));
        if (manner.at() == null) return Occurrence.at(now, TimeSource.SERVER, zone);
        Instant from = from(manner.at(), zone);
        Instant to = to(manner.at(), zone);
        if (manner.recordedAt() == null && to.isAfter(now)) now = to;
        TimeSource source = evidence == Evidence.SCANNED ? TimeSource.DEVICE : TimeSource.STATED;
        return new Occurrence(from, to, source, zone);
    }

    /** Returns the beginning of what is written. */
    Instant from(When when, ZoneId zone) {
        return at(when.date(), when.from() == null ? LocalTime.MIN : when.from(), zone);
    }

    /** Returns the end of what is written: of a whole day, its last second. */
    Instant to(When when, ZoneId zone) {
        return at(when.last(), when.to() == null ? LocalTime.of(23, 59, 59) : when.to(), zone);
    }

    private Instant at(@Nullable LocalDate date, LocalTime time, ZoneId zone) {
        LocalDate day = date == null ? now.atZone(zone).toLocalDate() : date;
        return day.atTime(time).atZone(zone).toInstant();
    }
}
