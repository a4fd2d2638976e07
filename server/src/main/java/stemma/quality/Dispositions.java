package stemma.quality;

import stemma.identifiers.EventId;
import stemma.identifiers.LotId;
import stemma.ledger.History;
import stemma.ledger.Reason;
import stemma.ledger.Recorded;
import stemma.lots.Judgement;
import stemma.lots.Lot;
import stemma.lots.Lots;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What was decided of lots that were not fit, as far as it is the last that quality said. */
public final class Dispositions {
    private static final Set<String> WAYS = Set.of("use_as_is", "rework", "regrade");

    private final Lots lots;
    private final History history;

    public Dispositions(Lots lots, History history) {
        this.lots = lots;
        this.history = history;
    }

    /** What was decided: the word and why, by whom, when, and in which entry it stands. */
    public record Decided(Reason reason, String by, Instant at, EventId event) {
        /** Returns it in words, such as {@code use as is: agreed with the baker}. */
        public String words() {
            String word = reason.code().replace('_', ' ');
            return reason.text().isEmpty() ? word : word + ": " + reason.text();
        }
    }

    /** Returns what counts of each of the lots; a lot of which nothing was decided has none. */
    public Map<LotId, Decided> of(Collection<Lot> of) {
        Map<Long, LotId> last = new HashMap<>();
        Map<LotId, Judgement> latest = new HashMap<>();
        for (Judgement one : lots.judgements(of))
            for (Lot lot : of)
                if (lot.span().overlaps(one.lot()))
                    latest.merge(lot.id(), one, (a, b) -> a.seq() > b.seq() ? a : b);
        latest.forEach((lot, judgement) -> last.put(judgement.seq(), lot));
        Map<LotId, Decided> decided = new HashMap<>();
        for (Recorded recorded : history.ofSeqs(last.keySet())) {
            var circumstances = recorded.event().circumstances();
            Reason reason = circumstances.reason();
            LotId lot = last.get(recorded.seq());
            if (reason == null || lot == null || !WAYS.contains(reason.code())) continue;
            decided.put(
                    lot,
                    new Decided(
                            reason,
                            recorded.author().actor().code(),
                            circumstances.occurredAt().from(),
                            recorded.event().id()));
        }
        return decided;
    }
}
