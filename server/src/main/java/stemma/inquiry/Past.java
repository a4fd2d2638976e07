package stemma.inquiry;

import org.jspecify.annotations.Nullable;

import stemma.intake.Sight;
import stemma.ledger.Claim;
import stemma.ledger.Reason;
import stemma.ledger.Recorded;
import stemma.ledger.Violation;

import java.time.Instant;
import java.util.List;

/**
 * One event of the past in words: what it did to the lots asked about, how it is known, what it
 * violates, and whether a correction took its place.
 */
public record Past(
        Recorded recorded,
        String heading,
        List<String> amounts,
        @Nullable Recorded correction) {
    public Past {
        amounts = List.copyOf(amounts);
    }

    /**
     * A page of the past, the youngest first; of its entries those at other sites are counted only.
     */
    public record Page(List<Past> events, int offset, long total, int unseen) {
        public Page {
            events = List.copyOf(events);
        }

        Page(List<Past> events, int offset, long total) {
            this(events, offset, total, 0);
        }

        /** Returns the page as it may be seen. */
        Page to(Sight sight) {
            List<Past> seen = events.stream()
                    .filter(past -> sight.tells(past.recorded().event()))
                    .toList();
            return new Page(seen, offset, total, unseen + events.size() - seen.size());
        }

        /** Returns with which entry the next page begins. */
        public int next() {
            return offset + events.size() + unseen;
        }

        public boolean hasOlder() {
            return next() < total;
        }
    }

    public Instant occurredAt() {
        return recorded.event().circumstances().occurredAt().from();
    }

    /** Returns in words what a correction ended; empty for every other entry. */
    public String ended() {
        return recorded.undone() == null ? "" : EventWords.of(recorded.undone().effect());
    }

    public boolean isSuperseded() {
        return correction != null;
    }

    public boolean isReport() {
        return recorded.event().circumstances().claim() == Claim.REPORT;
    }

    public List<Violation> violations() {
        return recorded.event().circumstances().violations();
    }

    public @Nullable Reason reason() {
        return recorded.event().circumstances().reason();
    }
}
