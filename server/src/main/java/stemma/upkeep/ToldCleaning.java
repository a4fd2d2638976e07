package stemma.upkeep;

import stemma.identifiers.EventId;
import stemma.identifiers.ResourceCode;

import java.time.Instant;

/** A cleaning as an event tells it: of what, when it was done, and who told it. */
public record ToldCleaning(EventId event, ResourceCode resource, Instant at, String by) {}
