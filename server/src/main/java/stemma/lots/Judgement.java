package stemma.lots;

import stemma.identifiers.ActorId;
import stemma.identifiers.Portion;
import stemma.ledger.Status;

import java.time.Instant;

/** A status that quality gave to a lot or to some of its units, and when. */
public record Judgement(Portion lot, Status status, long seq, Instant at, ActorId actor) {}
