package stemma.stock;

import stemma.identifiers.ActorId;
import stemma.identifiers.HoldCode;
import stemma.ledger.Descent;
import stemma.ledger.Reach;

import java.time.Instant;

/** A hold in force: what it names, how far down it reaches, why, who set it, since when. */
public record Hold(
        HoldCode code,
        Reach reach,
        Descent descent,
        String reason,
        ActorId actor,
        Instant since,
        long seq,
        Spread spread) {

    /** Whether every descendant carries its mark by now. */
    public enum Spread {
        SPREADING,
        COMPLETE
    }
}
