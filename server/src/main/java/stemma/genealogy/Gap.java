package stemma.genealogy;

import stemma.identifiers.EventId;
import stemma.identifiers.Portion;

import java.time.Instant;
import java.util.List;

/**
 * A flaw in the record that stands uncorrected: the code of the rule or of what is missing, the
 * event, when it happened at the earliest, the material concerned, and a plain sentence.
 */
public record Gap(
        String code,
        EventId event,
        long seq,
        Instant occurredAt,
        List<Portion> lots,
        String sentence) {
    public Gap {
        lots = List.copyOf(lots);
    }
}
