package stemma.inquiry;

import stemma.genealogy.Impact;

import java.util.List;
import java.util.Optional;

/**
 * One entry of the record: what it says, what rests on it, and the amounts that a correction could
 * restate (none where a correction by page can only confirm or void it).
 */
public record EventCard(
        Past past,
        Optional<Past> correction,
        List<Amount> amounts,
        Impact impact,
        List<LotLine> lots,
        Names names) {
    public EventCard {
        amounts = List.copyOf(amounts);
        lots = List.copyOf(lots);
    }

    /**
     * Tells whether it can be corrected: a corrected entry is mended by correcting its correction.
     */
    public boolean isCorrectable() {
        return correction.isEmpty();
    }
}
