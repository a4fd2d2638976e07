package stemma.nonconformance;

import stemma.identifiers.ActorId;

import java.time.Instant;

/** An entry of a case: which one it is, counted from 1, and who entered it when. */
public record Entered(int ordinal, Instant at, ActorId by, CaseEntry entry) {}
