package stemma.journal;

import java.time.Instant;

/** When a round of the inspection ended, how many entries it saw, and how much it found. */
public record Checked(Instant at, long size, long findings) {}
