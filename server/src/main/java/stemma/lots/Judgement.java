package stemma.lots;

import stemma.identifiers.ActorId;
import stemma.identifiers.Portion;
import stemma.ledger.Status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A status that quality gave to a lot or to some of its units, and when. One judgement follows
 * another if it was recorded later and does not state an earlier time; of those that none follows
 * the strictest counts, so that no stated time hides a rejection.
 */
public record Judgement(Portion lot, Status status, long seq, Instant at, ActorId actor) {
    /**
     * Returns the worst of what counts for each of these units of a lot, from judgements of lots of
     * its birth in the order in which they were recorded.
     */
    public static Status last(Lot lot, Portion units, List<Judgement> judgements) {
        return last(lot.birthStatus(), units, judgements);
    }

    /** Returns the same of a lot that began with that status. */
    public static Status last(Status atBirth, Portion units, List<Judgement> judgements) {
        List<Judgement> told =
                judgements.stream().filter(j -> j.lot().overlaps(units)).toList();
        List<Instant> latestBefore = latestBefore(told);
        BitSet unjudged = all(units);
        BitSet open = all(units);
        List<Judgement> statedEarlier = new ArrayList<>();
        Status worst = Status.RELEASED;
        for (int i = told.size() - 1; i >= 0 && !open.isEmpty(); i--) {
            Judgement judgement = told.get(i);
            BitSet counts = (BitSet) open.clone();
            counts.and(all(judgement.lot()));
            for (Judgement later : statedEarlier)
                if (!later.at.isBefore(judgement.at)) clear(counts, later.lot());
            if (!counts.isEmpty()) worst = worse(worst, judgement.status());
            clear(unjudged, judgement.lot());
            if (judgement.at.isBefore(latestBefore.get(i))) statedEarlier.add(judgement);
            else clear(open, judgement.lot());
        }
        return unjudged.isEmpty() ? worst : worse(worst, atBirth);
    }

    /** Returns for each judgement the latest time that one recorded before it states. */
    private static List<Instant> latestBefore(List<Judgement> told) {
        List<Instant> latest = new ArrayList<>(told.size());
        Instant last = Instant.MIN;
        for (Judgement judgement : told) {
            latest.add(last);
            if (judgement.at.isAfter(last)) last = judgement.at;
        }
        return latest;
    }

    private static BitSet all(Portion units) {
        BitSet all = new BitSet();
        all.set(units.first().ordinal(), units.last() + 1);
        return all;
    }

    private static void clear(BitSet from, Portion units) {
        from.clear(units.first().ordinal(), units.last() + 1);
    }

    private static Status worse(Status one, Status other) {
        return severity(one) >= severity(other) ? one : other;
    }

    /** Tells whether that status lets a lot do less than the other. */
    public static boolean isStricter(Status status, Status than) {
        return severity(status) > severity(than);
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
