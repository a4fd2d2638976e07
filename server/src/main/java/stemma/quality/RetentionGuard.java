package stemma.quality;

import stemma.identifiers.LotId;
import stemma.ledger.Candidate;
import stemma.ledger.Guard;
import stemma.lots.Lot;
import stemma.lots.LotBook;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Opens the book of retained samples for an append; nothing is read where none of them ends. */
final class RetentionGuard implements Guard {
    private final Retentions retentions;

    RetentionGuard(Retentions retentions) {
        this.retentions = retentions;
    }

    @Override
    public Judge open(Collection<Candidate> events, Instant now, Bench before) {
        LotBook book = before.judge(LotBook.class);
        Map<LotId, Lot> ending = new LinkedHashMap<>();
        for (Candidate candidate : events)
            RetentionBook.ending(candidate).forEach(line -> {
                Lot lot = book.find(line.lot().first());
                if (lot != null && lot.isRetained()) ending.put(lot.id(), lot);
            });
        return new RetentionBook(
                book, ending.isEmpty() ? Map.of() : retentions.of(ending.values()));
    }
}
