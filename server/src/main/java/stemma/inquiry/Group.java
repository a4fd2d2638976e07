package stemma.inquiry;

import stemma.identifiers.ItemCode;
import stemma.ledger.Place;

import java.util.List;
import java.util.Set;

/** The lots of one item in one unit that an answer concerns, and what became of them. */
public record Group(
        ItemCode item, String name, Tier tier, List<LotLine> lots, List<Where> rows, Tally tally) {
    public Group {
        lots = List.copyOf(lots);
        rows = List.copyOf(rows);
    }

    /** Returns the group as somebody may see it who may not see these places; sums stay whole. */
    Group without(Set<Place> unseen) {
        return new Group(item, name, tier, lots, Where.seen(rows, unseen), tally);
    }

    /** Returns the group in numbers. */
    Exposure.Part part() {
        boolean isSerial = lots.stream().anyMatch(line -> line.lot().isSerial());
        return new Exposure.Part(item, name, tier, isSerial, tally);
    }

    /** What part a lot plays in the answer; amounts of different parts are never added. */
    public enum Tier {
        /** It is sold, or nothing was made of it. */
        FINISHED,
        /** It was made on the way and went into something else. */
        MADE_ON_THE_WAY,
        /** It is what was asked about. */
        ASKED
    }
}
