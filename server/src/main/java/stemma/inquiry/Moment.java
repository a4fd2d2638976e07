package stemma.inquiry;

import java.time.Instant;

/** With whose knowledge a side of a comparison is asked: that of now, or of an earlier answer. */
public sealed interface Moment {
    /** What is known now. */
    record Now() implements Moment {}

    /** What was known at the last seal at or before it. */
    record KnownAt(Instant at) implements Moment {}

    /** What was known when the log was sealed to so many entries, as a frozen answer says. */
    record SealedTo(long size) implements Moment {}
}
