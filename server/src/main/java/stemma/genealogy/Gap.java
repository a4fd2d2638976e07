package stemma.genealogy;

import stemma.identifiers.EventId;
import stemma.identifiers.Portion;

import java.time.Instant;
import java.util.List;

/**
 * A flaw in the record that stands uncorrected: the code of the rule or of what is missing, the
 * event, when it happened at the earliest, the material concerned, that because of which it is a
 * flaw where it is other material, and a plain sentence.
 */
public record Gap(
        String code,
        EventId event,
        long seq,
        Instant occurredAt,
        List<Portion> lots,
        List<Portion> because,
        String sentence) {
    public Gap {
        lots = List.copyOf(lots);
        because = List.copyOf(because);
    }

    /** A flaw of this material by itself. */
    public Gap(
            String code,
            EventId event,
            long seq,
            Instant occurredAt,
            List<Portion> lots,
            String sentence) {
        this(code, event, seq, occurredAt, lots, List.of(), sentence);
    }
}
