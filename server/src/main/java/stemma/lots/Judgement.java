package stemma.lots;

import stemma.identifiers.ActorId;
import stemma.identifiers.Portion;
import stemma.ledger.Status;

import java.time.Instant;
import java.util.BitSet;
import java.util.List;

/** A status that quality gave to a lot or to some of its units, and when. */
public record Judgement(Portion lot, Status status, long seq, Instant at, ActorId actor) {
    /**
     * Returns the worst of what quality has last said of each of these units of a lot, from
     * judgements of lots of its birth, oldest first.
     */
    public static Status last(Lot lot, Portion units, List<Judgement> judgements) {
        BitSet unjudged = new BitSet();
        unjudged.set(units.first().ordinal(), units.last() + 1);
        Status worst = Status.RELEASED;
        for (Judgement judgement : judgements.reversed()) {
            if (unjudged.isEmpty()) return worst;
            if (!judgement.lot().overlaps(units)) continue;
            int before = unjudged.cardinality();
            unjudged.clear(judgement.lot().first().ordinal(), judgement.lot().last() + 1);
            if (unjudged.cardinality() < before) worst = worse(worst, judgement.status());
        }
        return unjudged.isEmpty() ? worst : worse(worst, lot.birthStatus());
    }

    private static Status worse(Status one, Status other) {
        return severity(one) >= severity(other) ? one : other;
    }

    static int severity(Status status) {
        return switch (status) {
            case RELEASED -> 0;
            case RESTRICTED -> 1;
            case QUARANTINED -> 2;
            case REJECTED -> 3;
        };
    }
}
