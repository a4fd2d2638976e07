package stemma.quality;

import stemma.identifiers.LotId;
import stemma.ledger.Candidate;
import stemma.ledger.Event;
import stemma.ledger.Guard;
import stemma.ledger.Line;
import stemma.ledger.Rule;
import stemma.ledger.Violation;
import stemma.lots.Lot;
import stemma.lots.LotBook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rule that a retained sample is kept to its last day. */
final class RetentionBook implements Guard.Judge {
    private final LotBook lots;
    private final Map<LotId, Retention> retentions;

    RetentionBook(LotBook lots, Map<LotId, Retention> retentions) {
        this.lots = lots;
        this.retentions = retentions;
    }

    /** Returns the lines by which goods end: what lies in the scrap or was sampled has ended. */
    static List<Line> ending(Candidate candidate) {
        List<Line> lines = List.of();
        if (candidate.effect() instanceof Event.Destroyed e) lines = e.lines();
        if (candidate.effect() instanceof Event.Scrapped e) lines = e.lines();
        return lines.stream().filter(line -> line.from().isGuarded()).toList();
    }

    @Override
    public List<Violation> violations(Candidate candidate) {
        List<Violation> broken = new ArrayList<>();
        for (Line line : ending(candidate)) {
            Lot lot = lots.find(line.lot().first());
            if (lot == null || !lot.isRetained()) continue;
            // Of what is born in this append nobody can have said anything yet.
            Retention kept = retentions.getOrDefault(lot.id(), new Retention(null, null));
            LocalDate today = candidate
                    .event()
                    .circumstances()
                    .occurredAt()
                    .to()
                    .atZone(lots.zone(candidate.event()))
                    .toLocalDate();
            if (!kept.isOver(today))
                broken.add(Rule.RETENTION_NOT_OVER.broken("lines", line.lot(), words(lot, kept)));
        }
        return broken;
    }

    private static String words(Lot lot, Retention kept) {
        LocalDate until = kept.until();
        return until == null
                ? "Nobody has said until when the retained sample " + lot.number() + " is kept."
                : "The retained sample " + lot.number() + " is kept to " + until + ".";
    }
}
