package stemma.upkeep;

import stemma.identifiers.ResourceCode;

import java.time.Instant;

/** A resource that a run used, or something outside a run, from when to when. */
public record RunUse(ResourceCode resource, String run, Instant from, Instant to) {}
