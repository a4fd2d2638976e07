package stemma.lots.store;

import stemma.identifiers.Portion;
import stemma.ledger.Birth;
import stemma.ledger.Event;

/** A lot or block that begins under an event recorded with that seq. */
record Born(Portion span, Birth birth, Event event, long seq) {}
